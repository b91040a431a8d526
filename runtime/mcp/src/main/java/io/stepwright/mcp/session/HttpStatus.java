package io.stepwright.mcp.session;

/** Status codes of HTTP that a line tells apart. */
final class HttpStatus {

  static final int OK = 200;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;

  private HttpStatus() {}

  static boolean isRedirect(int status) {
    return status / 100 == 3;
  }

  /** Tells whether the server has refused the request without doing anything. */
  static boolean isRefusal(int status) {
    return status / 100 == 4;
  }
}
