package io.stepwright.engine;

import io.stepwright.background.Alarms;

/** Ends a run at its deadline. */
final class RunAlarm extends Alarms.Alarm {

  private final RunLife life;

  RunAlarm(RunLife life) {
    this.life = life;
  }

  @Override
  protected void ring() {
    life.deadlinePassed();
  }
}
