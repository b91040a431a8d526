package io.stepwright.openaijava;

import com.openai.azure.AzureUrlPathMode;
import com.openai.core.ClientOptions;
import com.openai.core.http.HttpMethod;
import com.openai.core.http.HttpRequest;
import io.stepwright.openai.client.ByteBudget;
import io.stepwright.openai.client.Endpoint;
import io.stepwright.openai.client.OpenResponse;
import io.stepwright.openai.client.Transport;
import io.stepwright.openai.client.WireRequest;
import io.stepwright.openai.client.WireResponse;
import java.io.IOException;

/** Sends requests over the HTTP client of the library openai-java. Thread-safe. */
final class SdkTransport implements Transport {

  private final ClientOptions options;
  private final Credentials credentials;
  private final boolean azure;
  private final boolean namesDeployment;

  SdkTransport(ClientOptions options, Credentials credentials, Endpoint endpoint) {
    this.options = options;
    this.credentials = credentials;
    AzureUrlPathMode mode = options.azureUrlPathMode();
    this.azure = AzureUrls.isAzure(endpoint.baseUrl(), mode);
    this.namesDeployment = AzureUrls.namesDeployment(endpoint.baseUrl(), mode);
  }

  @Override
  public WireResponse send(WireRequest request, ByteBudget.Lease lease, long deadline)
      throws IOException, InterruptedException {
    return new SdkExchange(options.httpClient(), () -> prepared(request), lease, deadline).make();
  }

  @Override
  public OpenResponse open(WireRequest request, long deadline)
      throws IOException, InterruptedException {
    return new SdkStream(options.httpClient(), () -> prepared(request), deadline).open();
  }

  /** Makes a request, for which a token may be fetched from another server. */
  private HttpRequest prepared(WireRequest request) {
    HttpRequest.Builder prepared =
        HttpRequest.builder().method(HttpMethod.POST).baseUrl(options.baseUrl());
    if (namesDeployment) {
      prepared.addPathSegments("openai", "deployments", request.model());
    }
    prepared
        .addPathSegments("chat", "completions")
        .putAllQueryParams(options.queryParams())
        .putAllHeaders(options.headers())
        .replaceHeaders("Idempotency-Key", request.idempotencyKey())
        .body(new SdkBody(request.body()));
    credentials.add(prepared, request.secrets(), azure);
    return prepared.build();
  }

  /** Leaves the HTTP client to the application. */
  @Override
  public void close() {}
}
