package io.stepwright.mcp.session;

import org.jspecify.annotations.Nullable;

/** The parameters of a request or a notification. Its id is known when it is sent. */
final class Exchange {

  private final String params;
  private volatile @Nullable String id;

  /** Makes an exchange with parameters as JSON. */
  Exchange(String params) {
    this.params = params;
  }

  String params() {
    return params;
  }

  @Nullable String id() {
    return id;
  }

  void sentAs(String sent) {
    id = sent;
  }

  /** Leaves out the parameters: the SDK may log this. */
  @Override
  public String toString() {
    return "Exchange[id=" + id + "]";
  }
}
