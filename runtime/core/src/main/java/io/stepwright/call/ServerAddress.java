package io.stepwright.call;

import io.stepwright.spi.ModelAsked;
import io.stepwright.spi.ModelClient;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The address of a server: the parts of a base URL that may be disclosed. Immutable.
 *
 * @param host the host, or null if it is not known
 * @param port the port, {@link ModelAsked#NO_PORT} if it is not known
 */
public record ServerAddress(@Nullable String host, int port) {

  private static final ServerAddress UNKNOWN = new ServerAddress(null, ModelAsked.NO_PORT);
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Reads the address from a client's endpoint, which need not be a URL. */
  static ServerAddress of(ModelClient client) {
    URI url;
    try {
      url = new URI(client.endpoint());
    } catch (URISyntaxException | RuntimeException e) {
      // A client without a usable endpoint must not fail a call that does not need the address.
      return UNKNOWN;
    }
    String host = url.getHost();
    if (host == null) {
      return UNKNOWN;
    }
    // Brackets are part of a URL, not of an address.
    host = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (url.getPort() >= 0) {
      return new ServerAddress(host, url.getPort());
    }
    if ("https".equalsIgnoreCase(url.getScheme())) {
      return new ServerAddress(host, HTTPS);
    }
    boolean http = "http".equalsIgnoreCase(url.getScheme());
    return new ServerAddress(host, http ? HTTP : ModelAsked.NO_PORT);
  }
}
