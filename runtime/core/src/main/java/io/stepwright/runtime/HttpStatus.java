package io.stepwright.runtime;

import java.util.Set;

/** Names of HTTP statuses, few enough to count by, whatever numbers a server sends. */
final class HttpStatus {

  private static final int CLASS = 100;

  // Errors of the IANA registry, and those that nginx, Cloudflare and model providers use.
  private static final Set<Integer> KNOWN =
      Set.of(
          400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417,
          418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 460, 494, 495, 496, 497, 498, 499,
          500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 520, 521, 522, 523, 524, 525, 526,
          527, 529, 530, 598);

  private HttpStatus() {}

  /** Returns a known status as it is, else its class, such as {@code 4xx}. */
  static String name(int status) {
    if (KNOWN.contains(status)) {
      return String.valueOf(status);
    }
    int first = status / CLASS;
    return first >= 1 && first <= 5 ? first + "xx" : "other";
  }
}
