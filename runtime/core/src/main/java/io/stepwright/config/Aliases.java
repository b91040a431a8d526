package io.stepwright.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Resolves the texts that name models: aliases, and models by themselves. Immutable. */
final class Aliases {

  /** The beginning of a text that names an alias. */
  static final String PREFIX = "alias:";

  private final Sources sources;

  Aliases(Sources sources) {
    this.sources = sources;
  }

  /**
   * Returns the model for a text: {@code name}, {@code provider/name} or {@code alias:name}.
   *
   * @throws ConfigurationException if there is no such model or alias
   */
  ConfiguredModel model(String text) {
    return text.startsWith(PREFIX)
        ? alias(text.substring(PREFIX.length()))
        : new ConfiguredModel(plain(text, ""), null);
  }

  private ConfiguredModel alias(String alias) {
    String target = target(alias);
    if (target == null) {
      throw wrong(missing(alias, Settings.MODEL.key().with(alias)));
    }
    String key = Settings.MODEL.key().with(alias);
    if (target.startsWith(PREFIX)) {
      throw wrong(
          "The alias '%s' stands for the alias '%s'. Set %s to provider/name."
              .formatted(alias, Excerpt.of(target.substring(PREFIX.length())), key));
    }
    return new ConfiguredModel(
        plain(target, " It is the value of %s.".formatted(key)),
        Settings.MODEL_BODY.find(sources, alias));
  }

  /** Parses a model that is no alias; where it is written is told in messages. */
  private ModelName plain(String text, String where) {
    if (text.indexOf('/') < 0 && target(text) != null) {
      throw wrong(
          ("'%s' is a model of provider %s, but there is an alias of that name, too: write %s%s for"
                  + " what %s says, or %s/%s for the model.%s")
              .formatted(
                  text,
                  ModelName.DEFAULT_PROVIDER,
                  PREFIX,
                  text,
                  Settings.MODEL.key().with(text),
                  ModelName.DEFAULT_PROVIDER,
                  text,
                  where));
    }
    try {
      return ModelName.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage() + where);
    }
  }

  /** Adds a message for each body of an alias that is not configured. */
  void check(List<String> problems) {
    SettingKey bodies = Settings.MODEL_BODY.key();
    SettingKey models = Settings.MODEL.key();
    for (String key : sources.keys()) {
      if (bodies.matches(key) && target(bodies.nameIn(key)) == null) {
        String alias = bodies.nameIn(key);
        problems.add("%s: %s".formatted(key, missing(alias, models.with(alias))));
      }
    }
    Set<String> variables = new HashSet<>(sources.variables());
    for (String key : sources.keys()) {
      variables.add(SettingKey.variable(key));
    }
    String bodyPrefix = SettingKey.variable(bodies.prefix());
    for (String variable : sources.variables()) {
      if (bodies.matchesVariable(variable) && sources.variable(variable) != null) {
        String model =
            SettingKey.variable(models.prefix()) + variable.substring(bodyPrefix.length());
        if (!variables.contains(model)) {
          problems.add("%s: there is no such alias. Set %s.".formatted(variable, model));
        }
      }
    }
  }

  /** Returns the providers of all aliases, also of those that are set in the environment. */
  Set<String> providers() {
    Set<String> targets = new HashSet<>();
    for (String alias : known()) {
      targets.add(target(alias));
    }
    for (String variable : sources.variables()) {
      if (Settings.MODEL.key().matchesVariable(variable)) {
        targets.add(sources.variable(variable));
      }
    }
    Set<String> providers = new TreeSet<>();
    for (String target : targets) {
      if (target != null && !target.startsWith(PREFIX)) {
        int slash = target.indexOf('/');
        providers.add(slash < 0 ? ModelName.DEFAULT_PROVIDER : target.substring(0, slash));
      }
    }
    return providers;
  }

  private String missing(String alias, String key) {
    Set<String> known = known();
    String hint = Nearest.hint(alias, known);
    String others =
        known.isEmpty() || !hint.isEmpty()
            ? ""
            : " Configured are %s.".formatted(Excerpt.of(String.join(", ", known)));
    return "there is no alias '%s'. Set %s to provider/name.%s%s"
        .formatted(Excerpt.of(alias), Excerpt.of(key), others, hint);
  }

  /** Returns the aliases that are set outside of the environment, which does not tell names. */
  private Set<String> known() {
    SettingKey key = Settings.MODEL.key();
    Set<String> known = new TreeSet<>();
    for (String set : sources.keys()) {
      if (key.matches(set)) {
        known.add(key.nameIn(set));
      }
    }
    return known;
  }

  private @Nullable String target(String alias) {
    return Settings.MODEL.key().matches(Settings.MODEL.key().with(alias))
        ? Settings.MODEL.find(sources, alias)
        : null;
  }

  private static ConfigurationException wrong(String problem) {
    return new ConfigurationException(
        List.of(Character.toUpperCase(problem.charAt(0)) + problem.substring(1)));
  }
}
