package io.stepwright.mcp;

import io.stepwright.config.ConfiguredMcpServer;
import io.stepwright.mcp.session.Endpoint;
import io.stepwright.runtime.AgentConfigurationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Checks the settings of a server. No message quotes an address, which may hold a secret. */
final class Endpoints {

  private static final Logger LOGGER = System.getLogger("io.stepwright.mcp");

  private Endpoints() {}

  static Endpoint of(ConfiguredMcpServer settings) {
    String prefix = "stepwright.mcp." + settings.name() + ".";
    String url = settings.url();
    if (settings.command() != null) {
      if (url != null || !settings.headers().isEmpty()) {
        throw wrong(
            "%scommand is set together with %s. A server is a program or has an address: remove one."
                .formatted(prefix, prefix + (url != null ? "url" : "headers")));
      }
      return Endpoint.program(settings.name(), settings.command(), settings.environment());
    }
    if (!settings.environment().isEmpty()) {
      throw wrong(
          "%1$senv is set together with %1$surl. Only a program has variables: remove it, or send"
                  .formatted(prefix)
              + " the value as a header, by %sheaders.".formatted(prefix));
    }
    URI address = address(prefix + "url", String.valueOf(url));
    if (address.getScheme().equals("http") && !isLocal(address)) {
      if (!settings.headers().isEmpty()) {
        throw wrong(
            "%surl is an address of http:, over which others can read the values of %sheaders. Use"
                    .formatted(prefix, prefix)
                + " one of https:.");
      }
      LOGGER.log(
          Level.WARNING,
          "{0}url is an address of http:, over which others can read and change what is said."
              + " Use one of https:.",
          prefix);
    }
    return Endpoint.http(settings.name(), address, settings.headers());
  }

  private static URI address(String key, String text) {
    try {
      URI address = new URI(text);
      String scheme =
          address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https"))
          && address.getHost() != null
          && address.getUserInfo() == null
          && address.getFragment() == null) {
        return scheme.equals(address.getScheme())
            ? address
            : new URI(scheme + text.substring(scheme.length()));
      }
    } catch (URISyntaxException e) {
      // As for an address of another form: its message quotes the address.
    }
    throw wrong(
        key
            + " is not an address such as https://example.com/mcp: with https: or http:, and"
            + " without a user, a password and a fragment.");
  }

  private static boolean isLocal(URI address) {
    String host = address.getHost();
    return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
  }

  private static AgentConfigurationException wrong(String message) {
    return new AgentConfigurationException(null, message);
  }
}
