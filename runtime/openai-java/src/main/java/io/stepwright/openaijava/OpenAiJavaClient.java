package io.stepwright.openaijava;

import com.openai.client.OpenAIClient;
import com.openai.core.ClientOptions;
import io.stepwright.openai.client.AccountDigest;
import io.stepwright.openai.client.Endpoint;
import io.stepwright.openai.client.OpenAiModelClient;
import io.stepwright.spi.DeltaSink;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import java.net.URI;

/**
 * A model client over an {@code OpenAIClient} that an application has configured, for example with
 * Entra ID for Azure, a workload identity, or interceptors. Thread-safe.
 *
 * <pre>{@code
 * AgentRuntime.builder().modelClient("azure", OpenAiJavaClient.of(openAiClient)).build();
 * }</pre>
 *
 * <p>Requests, replies and failures are those of the module {@code stepwright-openai}. Of the given
 * client, its HTTP client, base URL, headers, query parameters, credential and Azure settings are
 * used. Its retries and its log are not: the runtime repeats requests, and the log could hold whole
 * prompts.
 *
 * <p>A cancelled call returns at once. Its request is aborted by an interrupt: OkHttp, the usual
 * HTTP client, resets the stream of an HTTP/2 connection, and on JDK 21 or later closes one of
 * HTTP/1.1. On older JDKs, and with other HTTP clients, the request may go on to its deadline.
 */
public final class OpenAiJavaClient implements ModelClient {

  private final OpenAiModelClient client;

  private OpenAiJavaClient(ClientOptions options, Credentials credentials, String account) {
    Endpoint endpoint =
        new Endpoint(
            Endpoint.OPENAI_JAVA, URI.create(withoutSlash(options.baseUrl())), credentials.key());
    this.client =
        new OpenAiModelClient(
            endpoint,
            account,
            SenderFields.secrets(options, credentials),
            () -> new SdkTransport(options, credentials, endpoint));
  }

  /**
   * Makes a model client. Its account, which separates the entries of a shared cache, is a digest
   * of the API key and of the names and values of its headers and query parameters, such as an
   * organization. Clients that differ only in what their tokens tell share one account: name it.
   *
   * @param client stays the application's, which closes it after the runtime
   */
  public static OpenAiJavaClient of(OpenAIClient client) {
    ClientOptions options = SdkOptions.of(client);
    Credentials credentials = new Credentials(options);
    return new OpenAiJavaClient(
        options, credentials, AccountDigest.of(credentials.key(), SenderFields.of(options)));
  }

  /**
   * Makes a model client for an account.
   *
   * @param client stays the application's, which closes it after the runtime
   * @param account an identifier of the account that holds no secret: a shared cache does not serve
   *     the answers of one account to another
   */
  public static OpenAiJavaClient of(OpenAIClient client, String account) {
    ClientOptions options = SdkOptions.of(client);
    return new OpenAiJavaClient(options, new Credentials(options), account);
  }

  private static String withoutSlash(String url) {
    String stripped = url.strip();
    return stripped.endsWith("/") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }

  @Override
  public ModelReply call(ModelRequest request) throws ModelClientException, InterruptedException {
    return client.call(request);
  }

  @Override
  public ModelReply stream(ModelRequest request, DeltaSink sink)
      throws ModelClientException, InterruptedException {
    return client.stream(request, sink);
  }

  @Override
  public String endpoint() {
    return client.endpoint();
  }

  @Override
  public String account() {
    return client.account();
  }

  /** Does nothing to the given client. */
  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return "OpenAiJavaClient[" + client.endpoint() + "]";
  }
}
