package io.stepwright.openai.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Validates the host and the port of a URL. {@code java.net.URI} takes an authority that it cannot
 * parse for a registry name, and fails only when a request is made.
 */
final class Hosts {

  private static final int LARGEST_PORT = 65_535;
  private static final String WRONG_PORT = ".*[^:\\[]:[^:\\]]+";

  private Hosts() {}

  /** Returns the problem without quoting the URL, or null. */
  static @Nullable String problem(URI url) {
    String port = "has a port that is not a number from 1 to 65535";
    if (url.getHost() != null) {
      // A missing port is -1.
      return url.getPort() == 0 || url.getPort() > LARGEST_PORT ? port : null;
    }
    String authority = url.getAuthority();
    if (authority == null) {
      return "names no host";
    } else if (authority.indexOf('@') >= 0) {
      return "contains a user name or a password: set api-key instead";
    } else if (!authority.chars().allMatch(c -> c < 0x80)) {
      return "names a host with letters outside ASCII, which Java does not translate: write it as"
          + " xn--…";
    } else if (authority.indexOf('_') >= 0) {
      return "names a host with an underscore, which Java does not accept: give the server another"
          + " name, such as a network alias without one";
    }
    return authority.matches(WRONG_PORT) ? port : "names no host";
  }
}
