package io.stepwright.redis;

import io.stepwright.spi.cache.CacheConfigurationException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of the server and the credentials for it. Immutable.
 *
 * @param tls true if the connection is encrypted
 * @param host a name or an address, an IPv6 address without brackets
 * @param port the TCP port
 * @param user the user name, or null for the server's default user
 * @param password the password, or null if none is needed
 * @param database the number of the database
 */
record RedisUrl(
    boolean tls,
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    int database) {

  private static final int DEFAULT_PORT = 6379;

  // Not java.net.URI, which rejects host names with an underscore, as containers have them.
  private static final Pattern URL =
      Pattern.compile(
          "(?i)(?<scheme>rediss?)://"
              + "(?:(?<user>[^:@/?#]*):(?<password>[^@/?#]*)@)?"
              + "(?:\\[(?<ipv6>[0-9a-f:.%]+)]|(?<host>[^\\s:@/?#\\[\\]]+))"
              + "(?::(?<port>[0-9]{1,5}))?"
              + "(?:/(?<database>[0-9]{1,5})?)?");

  /**
   * Parses a URL.
   *
   * @throws CacheConfigurationException without the URL, because it may hold a password
   */
  static RedisUrl parse(@Nullable String url) throws CacheConfigurationException {
    if (url == null || url.isBlank()) {
      throw wrong("is not set");
    }
    Matcher matcher = URL.matcher(url.strip());
    if (!matcher.matches()) {
      throw wrong("is not such a URL");
    }
    int port = number(matcher.group("port"), DEFAULT_PORT);
    if (port < 1 || port > 65535) {
      throw wrong("has a port that is not between 1 and 65535");
    }
    String ipv6 = matcher.group("ipv6");
    return new RedisUrl(
        matcher.group("scheme").equalsIgnoreCase("rediss"),
        ipv6 == null ? matcher.group("host") : ipv6,
        port,
        decoded(matcher.group("user"), "user"),
        decoded(matcher.group("password"), "password"),
        number(matcher.group("database"), 0));
  }

  /** Tells whether the host is this machine, as far as can be told without a name server. */
  boolean isLoopback() {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.matches("127(\\.[0-9]{1,3}){3}")
        || name.matches("[0:]*:0*1");
  }

  /** Returns host and port, for messages. */
  String address() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }

  /** Leaves out user and password. */
  @Override
  public String toString() {
    return "RedisUrl[" + address() + "]";
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static @Nullable String decoded(@Nullable String text, String what)
      throws CacheConfigurationException {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      // A plus sign is literal here, not a space as in a form.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw wrong(
          "has a % in its " + what + " that is not followed by two hexadecimal digits: write %25");
    }
  }

  private static CacheConfigurationException wrong(String what) {
    return new CacheConfigurationException(
        "stepwright.cache.redis.url "
            + what
            + ". Set it to redis://host:port, or with all parts to"
            + " rediss://user:password@host:port/database; in user and password, percent-encode"
            + " what is special in a URL.",
        null);
  }
}
