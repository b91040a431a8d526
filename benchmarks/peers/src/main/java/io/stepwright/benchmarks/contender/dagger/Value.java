package io.stepwright.benchmarks.contender.dagger;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import javax.inject.Qualifier;

/** Qualifies the value of a step by its id; 0 is the input of the run. */
@Qualifier
@Retention(RUNTIME)
@interface Value {
  int value();
}
