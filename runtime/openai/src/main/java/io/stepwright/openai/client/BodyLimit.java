package io.stepwright.openai.client;

import io.stepwright.background.Alarms;
import java.net.http.HttpTimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Gives up a body that is not complete at its deadline. */
final class BodyLimit extends Alarms.Alarm
    implements BiConsumer<@Nullable Object, @Nullable Throwable> {

  private final Alarms alarms;
  private final BoundedBody body;

  private BodyLimit(Alarms alarms, BoundedBody body) {
    this.alarms = alarms;
    this.body = body;
  }

  /**
   * Sets a limit, which ends with the body.
   *
   * @param deadline as {@link System#nanoTime}
   */
  static void set(Alarms alarms, BoundedBody body, long deadline) {
    BodyLimit limit = new BodyLimit(alarms, body);
    alarms.set(limit, deadline);
    body.getBody().whenComplete(limit);
  }

  /** Ends the limit, as the body has ended. */
  @Override
  public void accept(@Nullable Object blocks, @Nullable Throwable failure) {
    alarms.cancel(this);
  }

  @Override
  protected void ring() {
    body.abort(new HttpTimeoutException("the body is not complete in time"));
  }
}
