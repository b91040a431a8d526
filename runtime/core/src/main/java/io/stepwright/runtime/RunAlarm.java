package io.stepwright.runtime;

/** Ends a run at its deadline. */
final class RunAlarm extends Alarms.Alarm {

  private final RunLife life;

  RunAlarm(RunLife life) {
    this.life = life;
  }

  @Override
  void ring() {
    life.deadlinePassed();
  }
}
