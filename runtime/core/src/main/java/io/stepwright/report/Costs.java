package io.stepwright.report;

import io.stepwright.config.Configuration;
import io.stepwright.config.ConfigurationException;
import io.stepwright.config.ModelName;
import io.stepwright.config.Price;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.ModelAnswered;
import io.stepwright.spi.ModelAsked;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.RunEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes the cost of one run's requests. For one thread. */
final class Costs {

  private final Configuration configuration;
  private final Map<ModelName, Optional<Price>> prices = new HashMap<>();

  Costs(Configuration configuration) {
    this.configuration = configuration;
  }

  String currency() {
    return configuration.currency();
  }

  /**
   * Returns the cost of an attempt, by the price of the model that answered, else of the model
   * asked.
   */
  Cost of(RunEvent.Attempted attempt) {
    ModelAsked asked = attempt.asked();
    if (asked == null) {
      return Cost.NONE;
    }
    long input = attempt.inputTokens();
    long output = attempt.outputTokens();
    if (input == ModelReply.UNKNOWN || output == ModelReply.UNKNOWN) {
      // A refused request is not billed; one without a response may have been answered.
      return attempt.status() == ModelClientException.NO_STATUS ? Cost.ofUnknown() : Cost.NONE;
    }
    ModelAnswered answered = attempt.answered();
    Optional<Price> price =
        answered == null
            ? Optional.empty()
            : price(new ModelName(asked.provider(), answered.model()));
    return cost(
        price.or(() -> price(new ModelName(asked.provider(), asked.model()))), input, output);
  }

  /** Returns the cost that a cache hit saved. Only answers of the step's own model are cached. */
  Cost saved(CacheLookup hit, @Nullable String model) {
    if (model == null) {
      return Cost.ofUnknown();
    }
    try {
      return cost(
          price(configuration.model(model)), hit.inputTokensSaved(), hit.outputTokensSaved());
    } catch (ConfigurationException e) {
      // Such a step fails before its look-up.
      return Cost.ofUnknown();
    }
  }

  private static Cost cost(Optional<Price> price, long input, long output) {
    return price.map(known -> Cost.of(known.of(input, output))).orElseGet(Cost::ofUnknown);
  }

  private Optional<Price> price(ModelName model) {
    return prices.computeIfAbsent(model, name -> Optional.ofNullable(configuration.price(name)));
  }
}
