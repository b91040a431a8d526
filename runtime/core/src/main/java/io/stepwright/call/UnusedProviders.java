package io.stepwright.call;

import io.stepwright.config.Configuration;
import io.stepwright.config.ConfiguredProvider;
import io.stepwright.config.ModelName;
import io.stepwright.config.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds settings of providers that nothing uses and whose name may be misspelt: otherwise a
 * misspelt base URL would be ignored, and prompts would go to the default server. A provider that
 * is configured and just not used by this process is no mistake.
 */
final class UnusedProviders {

  private final Configuration configuration;
  private final Set<String> used;
  private final Set<String> asked;
  private final Predicate<String> served;

  /**
   * Prepares the search.
   *
   * @param asked the providers of the steps of all agents so far
   * @param given the providers whose clients are set on the builder
   * @param served tells whether a provider can be used as it is configured
   */
  UnusedProviders(
      Configuration configuration,
      Collection<String> asked,
      Collection<String> given,
      Predicate<String> served) {
    this.configuration = configuration;
    this.asked = new TreeSet<>(asked);
    this.asked.addAll(configuration.aliasedProviders());
    this.used = new TreeSet<>(this.asked);
    used.addAll(given);
    this.served = served;
  }

  /** Adds a message for each that is surely misspelt to the problems, for others to the doubts. */
  void find(List<ConfiguredProvider> configured, List<String> problems, List<String> doubts) {
    for (ConfiguredProvider provider : configured) {
      if (!provider.isOneOf(used) && !provider.isOneOf(ModelName.KNOWN_PROVIDERS)) {
        find(provider, problems, doubts);
      }
    }
  }

  private void find(ConfiguredProvider provider, List<String> problems, List<String> doubts) {
    Set<String> candidates = new TreeSet<>(asked);
    boolean complete = served.test(provider.name());
    if (complete) {
      // Another provider that has a server of its own does not lack this one.
      candidates.removeIf(name -> configuration.provider(name).baseUrl() != null);
    } else {
      candidates.addAll(ModelName.KNOWN_PROVIDERS);
    }
    Optional<String> near = Nearest.to(provider.name(), candidates);
    if (near.isEmpty()) {
      return;
    }
    // Servers of the user's own may have names that are alike.
    boolean sure =
        Nearest.isTypo(provider.name(), near.get())
            && (!complete || ModelName.KNOWN_PROVIDERS.contains(near.get()));
    (sure ? problems : doubts)
        .add(
            "There is a setting of %s, but no step and no alias uses that provider. Did you mean '%s'?"
                .formatted(provider.describe(), near.get()));
  }
}
