package io.stepwright.config;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may share answers: those with the same namespace and the same secret. Immutable.
 *
 * @param namespace empty if there is none
 * @param secret null if there is none
 */
public record CacheScope(String namespace, @Nullable String secret) {

  private static final int SHORTEST_SECRET = 16;
  private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** What is set; what is wrong with it, without the secret, is added to the problems. */
  static CacheScope of(@Nullable String namespace, @Nullable String secret, List<String> problems) {
    if (namespace != null && !NAMESPACE.matcher(namespace).matches()) {
      problems.add(
          "%s is '%s'. Write 1 to 64 letters of ASCII, digits, dots, underscores and dashes."
              .formatted(Keys.CACHE_NAMESPACE, namespace));
    }
    if (secret != null && secret.length() < SHORTEST_SECRET) {
      problems.add(
          Keys.CACHE_SECRET
              + " is shorter than "
              + SHORTEST_SECRET
              + " characters. Set it to a random text, the same for all processes that share answers,"
              + " such as what 'openssl rand -base64 32' writes.");
    }
    return new CacheScope(namespace == null ? "" : namespace, secret);
  }

  /** Leaves out the secret. */
  @Override
  public String toString() {
    return "CacheScope[namespace=" + namespace + "]";
  }
}
