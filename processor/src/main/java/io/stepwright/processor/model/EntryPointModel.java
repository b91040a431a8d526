package io.stepwright.processor.model;

import io.stepwright.processor.model.StepModel.LimitText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry point as it is declared.
 *
 * @param method its method; the parameters are the inputs
 * @param result its result
 * @param step the step that it names as its result, or null
 * @param also the further steps that it names and waits for
 * @param timeout the limit of a run, or null
 */
public record EntryPointModel(
    MethodModel method,
    ValueModel result,
    @Nullable Named step,
    List<Named> also,
    @Nullable LimitText timeout) {

  /** Returns whether the entry point declares that it has no limit. */
  public boolean unlimited() {
    return timeout != null && timeout.text().text().equals("none");
  }
}
