package io.stepwright.processor.model;

import io.stepwright.processor.model.StepModel.LimitText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry point as it is declared.
 *
 * @param method its method; the parameters are the inputs
 * @param result what it returns
 * @param step the step that it names as its result, or null
 * @param also the steps that it names besides
 * @param timeout its limit, or null
 */
public record EntryPointModel(
    MethodModel method,
    ValueModel result,
    @Nullable Named step,
    List<Named> also,
    @Nullable LimitText timeout) {

  /** Whether the limit says that there is none. */
  public boolean unlimited() {
    return timeout != null && timeout.text().text().equals("none");
  }
}
