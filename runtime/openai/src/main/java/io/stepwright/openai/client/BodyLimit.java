package io.stepwright.openai.client;

import io.stepwright.background.Alarms;
import java.net.http.HttpTimeoutException;

/** Gives up a body that is not complete at its deadline. */
final class BodyLimit extends Alarms.Alarm {

  private final BoundedBody body;

  private BodyLimit(BoundedBody body) {
    this.body = body;
  }

  /**
   * Sets a limit, which ends with the body.
   *
   * @param deadline as {@link System#nanoTime}
   */
  static void set(Alarms alarms, BoundedBody body, long deadline) {
    BodyLimit limit = new BodyLimit(body);
    alarms.set(limit, deadline);
    body.getBody().whenComplete((blocks, failure) -> alarms.cancel(limit));
  }

  @Override
  protected void ring() {
    body.abort(new HttpTimeoutException("the body is not complete in time"));
  }
}
