package io.stepwright.benchmarks.contender.dagger;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import javax.inject.Qualifier;

/** The value of a step, or with 0 the input of the run. */
@Qualifier
@Retention(RUNTIME)
@interface Value {
  int value();
}
