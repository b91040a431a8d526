package io.stepwright.runtime;

import io.stepwright.config.ConfigurationException;
import io.stepwright.config.ModelName;
import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out before the first run whether the steps of an agent have all that they need. */
final class ModelCheck {

  private ModelCheck() {}

  static void check(Engine engine, AgentInfo agent, StepInfo[] steps) {
    List<String> problems = new ArrayList<>();
    for (StepInfo step : steps) {
      for (String model : models(step)) {
        String problem = problem(engine, model);
        if (problem != null) {
          problems.add(
              "%s cannot use model '%s'. %s".formatted(Messages.name(step), model, problem));
        }
      }
    }
    for (StepInfo step : steps) {
      String problem = step.cache() == null ? null : engine.cache().problem(step.cache());
      if (problem != null) {
        problems.add("%s cannot be cached by meaning. %s".formatted(Messages.name(step), problem));
      }
    }
    if (!problems.isEmpty()) {
      throw new AgentConfigurationException(
          agent.name(), String.join(System.lineSeparator(), problems));
    }
    engine.clients().warnOfUnused();
  }

  private static List<String> models(StepInfo step) {
    List<String> models = new ArrayList<>();
    if (step.model() != null) {
      models.add(step.model());
    }
    models.addAll(step.fallback());
    return models;
  }

  private static @Nullable String problem(Engine engine, String model) {
    try {
      ModelName name = engine.configuration().model(model);
      engine.clients().provider(name.provider());
      return null;
    } catch (ConfigurationException | ProviderConfigurationException e) {
      return e.getMessage();
    } catch (LinkageError e) {
      return "Its client cannot be loaded: %s.".formatted(LoadingFailure.describe(e));
    }
  }
}
