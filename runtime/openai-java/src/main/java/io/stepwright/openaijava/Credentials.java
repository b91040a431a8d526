package io.stepwright.openaijava;

import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.core.ClientOptions;
import com.openai.core.http.HttpRequest;
import com.openai.credential.BearerTokenCredential;
import com.openai.credential.Credential;
import org.jspecify.annotations.Nullable;

/**
 * Adds the credential of a client to requests, as the library does in code that Java cannot call.
 * Workload identities are added by the library's own HTTP client. Thread-safe.
 */
final class Credentials {

  private static final String AUTHORIZATION = "Authorization";
  private static final String API_KEY = "api-key";

  private final ClientOptions options;
  private volatile @Nullable String latest;

  Credentials(ClientOptions options) {
    this.options = options;
    this.latest = key();
  }

  /** Returns the fixed key, or null if there is none. */
  @Nullable String key() {
    if (options.credential() instanceof AzureApiKeyCredential azure) {
      return azure.apiKey();
    }
    return options.apiKey().orElse(null);
  }

  /** Returns the key or token of the latest request, or null if there was none. */
  @Nullable String latest() {
    return latest;
  }

  /**
   * Adds the credential, which may ask another server for a token.
   *
   * @param azure true for a server of Azure, whose tokens replace a header of the client
   */
  void add(HttpRequest.Builder request, boolean azure) {
    Credential credential = options.credential();
    if (credential instanceof AzureApiKeyCredential key) {
      latest = key.apiKey();
      if (isMissing(API_KEY)) {
        request.replaceHeaders(API_KEY, key.apiKey());
      }
    } else if (credential instanceof BearerTokenCredential bearer
        && (azure || isMissing(AUTHORIZATION))) {
      String token = bearer.token();
      latest = token;
      request.replaceHeaders(AUTHORIZATION, "Bearer " + token);
    }
  }

  private boolean isMissing(String header) {
    return options.headers().values(header).isEmpty();
  }
}
