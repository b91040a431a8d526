package io.stepwright.openaijava;

import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.core.ClientOptions;
import com.openai.core.http.HttpRequest;
import com.openai.credential.BearerTokenCredential;
import com.openai.credential.Credential;
import io.stepwright.openai.client.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Adds the credential of a client to requests, as the library does in code that Java cannot call.
 * Workload identities are added by the library's own HTTP client. Thread-safe.
 */
final class Credentials {

  private static final String AUTHORIZATION = "Authorization";
  private static final String API_KEY = "api-key";

  private final ClientOptions options;

  Credentials(ClientOptions options) {
    this.options = options;
  }

  /** Returns the fixed key, or null if there is none. */
  @Nullable String key() {
    if (options.credential() instanceof AzureApiKeyCredential azure) {
      return azure.apiKey();
    }
    return options.apiKey().orElse(null);
  }

  /**
   * Adds the credential, which may ask another server for a token.
   *
   * @param secrets takes the key or token
   * @param azure true for a server of Azure, whose tokens replace a header of the client
   */
  void add(HttpRequest.Builder request, Secrets secrets, boolean azure) {
    Credential credential = options.credential();
    if (credential instanceof AzureApiKeyCredential key) {
      secrets.add(key.apiKey());
      if (isMissing(API_KEY)) {
        request.replaceHeaders(API_KEY, key.apiKey());
      }
    } else if (credential instanceof BearerTokenCredential bearer
        && (azure || isMissing(AUTHORIZATION))) {
      String token = bearer.token();
      secrets.add(token);
      request.replaceHeaders(AUTHORIZATION, "Bearer " + token);
    }
  }

  private boolean isMissing(String header) {
    return options.headers().values(header).isEmpty();
  }
}
