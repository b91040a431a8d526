package io.stepwright.maven.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * The outcome of a Maven run.
 *
 * @param exitCode 0 for success
 * @param lines the output
 */
public record Build(int exitCode, List<String> lines) {

  /** Fails unless the build succeeded. */
  public Build succeeds() {
    assertThat(exitCode).as(text()).isZero();
    return this;
  }

  /** Fails unless the build failed. */
  public Build fails() {
    assertThat(exitCode).as(text()).isNotZero();
    return this;
  }

  /** Fails unless the output contains a text. */
  public Build says(String part) {
    assertThat(text()).contains(part);
    return this;
  }

  /** Fails if the output contains a text. */
  public Build doesNotSay(String part) {
    assertThat(text()).doesNotContain(part);
    return this;
  }

  /** Returns the whole output. */
  public String text() {
    return String.join("\n", lines);
  }
}
