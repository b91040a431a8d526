package io.stepwright.recording;

import io.stepwright.config.Configuration;
import io.stepwright.config.ConfigurationException;
import io.stepwright.config.ModelName;
import io.stepwright.config.Price;
import io.stepwright.report.Cost;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.ModelAnswered;
import io.stepwright.spi.ModelAsked;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.RunEvent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes the cost of one run's requests. For one thread. */
final class Costs {

  private static final Cost UNKNOWN = new Cost(BigDecimal.ZERO, 1);

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
      // Nobody bills a request that was refused; one that got no response may have been answered.
      return attempt.status() == ModelClientException.NO_STATUS ? UNKNOWN : Cost.NONE;
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
      return UNKNOWN;
    }
    try {
      return cost(
          price(configuration.model(model).name()),
          hit.inputTokensSaved(),
          hit.outputTokensSaved());
    } catch (ConfigurationException e) {
      // Such a step fails before it looks anything up.
      return UNKNOWN;
    }
  }

  private static Cost cost(Optional<Price> price, long input, long output) {
    return price.map(known -> new Cost(known.of(input, output), 0)).orElse(UNKNOWN);
  }

  private Optional<Price> price(ModelName model) {
    return prices.computeIfAbsent(model, name -> Optional.ofNullable(configuration.price(name)));
  }
}
