package io.stepwright.openai;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with the host and the port of a URL. Java takes what it does not understand of
 * them for a name in some registry, and says only when a request is made that it cannot do that.
 */
final class Hosts {

  private static final int LARGEST_PORT = 65_535;
  private static final Pattern WRONG_PORT = Pattern.compile(".*[^:\\[]:[^:\\]]+");

  private Hosts() {}

  /** What is wrong, in words that quote nothing of the URL, or null. */
  static @Nullable String problem(URI url) {
    String port = "has a port that is no number from 1 to 65535";
    if (url.getHost() != null) {
      // None is -1.
      return url.getPort() == 0 || url.getPort() > LARGEST_PORT ? port : null;
    }
    String authority = url.getAuthority();
    if (authority == null) {
      return "names no host";
    } else if (authority.indexOf('@') >= 0) {
      return "holds a user name or a password, for which there is api-key";
    } else if (!authority.chars().allMatch(c -> c < 0x80)) {
      return "names a host with letters outside ASCII, which Java does not translate: write it as"
          + " xn--…";
    } else if (authority.indexOf('_') >= 0) {
      return "names a host with an underscore, which Java takes for no host: give the server another"
          + " name, such as a network alias without one";
    }
    return WRONG_PORT.matcher(authority).matches() ? port : "names no host";
  }
}
