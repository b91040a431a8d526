package io.stepwright.benchmarks.contender.dagger;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import javax.inject.Qualifier;

/** What runs the steps. */
@Qualifier
@Retention(RUNTIME)
@interface RunsSteps {}
