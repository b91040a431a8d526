package io.stepwright.engine.model;

import io.stepwright.config.ConfigurationException;
import io.stepwright.config.ModelName;
import io.stepwright.engine.message.LoadingFailure;
import io.stepwright.engine.message.Messages;
import io.stepwright.runtime.AgentConfigurationException;
import io.stepwright.spi.ProviderConfigurationException;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks before the first run that the steps of an agent have all that they need. */
final class AgentSetupCheck {

  private AgentSetupCheck() {}

  static void check(Models models, AgentInfo agent, StepInfo[] steps) {
    List<String> problems = new ArrayList<>();
    for (StepInfo step : steps) {
      for (String model : namesOf(step)) {
        String problem = problem(models, model);
        if (problem != null) {
          problems.add(
              "%s cannot use model '%s'. %s".formatted(Messages.name(step), model, problem));
        }
      }
    }
    for (StepInfo step : steps) {
      String problem = step.cache() == null ? null : models.cache().problem(step.cache());
      if (problem != null) {
        problems.add("%s %s".formatted(Messages.name(step), problem));
      }
    }
    problems.addAll(models.clients().misspelt());
    if (!problems.isEmpty()) {
      throw new AgentConfigurationException(
          agent.name(), String.join(System.lineSeparator(), problems));
    }
    models.clients().warnOfUnused();
  }

  private static List<String> namesOf(StepInfo step) {
    List<String> names = new ArrayList<>();
    if (step.model() != null) {
      names.add(step.model());
    }
    names.addAll(step.fallback());
    return names;
  }

  private static @Nullable String problem(Models models, String model) {
    String target = "";
    try {
      ModelName name = models.configuration().model(model).name();
      target = target(model, name);
      models.clients().provider(name.provider());
      return null;
    } catch (ConfigurationException e) {
      return e.getMessage();
    } catch (ProviderConfigurationException e) {
      return target + e.getMessage();
    } catch (LinkageError e) {
      return target + "Its client cannot be loaded: %s.".formatted(LoadingFailure.describe(e));
    }
  }

  /** Returns what an alias stands for and where that is written, as a sentence; else nothing. */
  private static String target(String model, ModelName name) {
    String alias = ModelName.alias(model);
    return alias == null ? "" : "stepwright.models.%s is '%s'. ".formatted(alias, name);
  }
}
