package io.stepwright.maven.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * What came of a run of Maven.
 *
 * @param exitCode 0 for success
 * @param lines what it printed
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

  /** Fails unless something was printed. */
  public Build says(String part) {
    assertThat(text()).contains(part);
    return this;
  }

  /** Fails if something was printed. */
  public Build doesNotSay(String part) {
    assertThat(text()).doesNotContain(part);
    return this;
  }

  /** All that was printed. */
  public String text() {
    return String.join("\n", lines);
  }
}
