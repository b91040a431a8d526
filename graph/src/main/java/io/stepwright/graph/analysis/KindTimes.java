package io.stepwright.graph.analysis;

import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.descriptor.StepDescriptor.Kind;
import java.time.Duration;

/** Step times that depend only on the kind of the step. */
record KindTimes() implements StepTimes {

  static final Duration MODEL = Duration.ofSeconds(1);
  static final Duration CODE = MODEL.dividedBy(10);

  @Override
  public Time of(StepDescriptor step) {
    if (step.model() != null) {
      return new Time(MODEL, false);
    }
    return new Time(step.kind() == Kind.CODE ? CODE : Duration.ZERO, false);
  }

  @Override
  public String description() {
    return "by kind: a model call counts ten times as much as code";
  }
}
