package io.stepwright.openaijava;

import com.openai.azure.AzureUrlPathMode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognises base URLs of Azure, as the library does in code that Java cannot call. */
final class AzureUrls {

  private static final List<String> HOSTS =
      List.of(
          ".openai.azure.com",
          ".services.ai.azure.com",
          ".azure-api.net",
          ".cognitiveservices.azure.com");

  /** The end of the path of the newer API, which names the model in the body only. */
  private static final String UNIFIED = "/openai/v1";

  private AzureUrls() {}

  /** Tells whether a URL is one of Azure. */
  static boolean isAzure(URI url, AzureUrlPathMode mode) {
    return mode != AzureUrlPathMode.AUTO || isHost(url.getHost());
  }

  /** Tells whether requests name the deployment in their path. */
  static boolean namesDeployment(URI url, AzureUrlPathMode mode) {
    return mode == AzureUrlPathMode.LEGACY
        || (mode == AzureUrlPathMode.AUTO
            && isHost(url.getHost())
            && !url.getRawPath().endsWith(UNIFIED));
  }

  private static boolean isHost(@Nullable String host) {
    String folded = host == null ? "" : host.toLowerCase(Locale.ROOT);
    return HOSTS.stream().anyMatch(folded::endsWith);
  }
}
