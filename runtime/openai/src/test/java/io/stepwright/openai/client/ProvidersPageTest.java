package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.config.Configuration;
import io.stepwright.config.Sources;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of the providers says what is known of them, and its properties work. */
class ProvidersPageTest {

  private static final Path PAGE = Path.of("../../docs/providers.md");
  private static final Pattern SNIPPET = Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`(stepwright\\.[^`<]+=[^`]+)`");
  private static final Pattern HEADING = Pattern.compile("^## (.+)$", Pattern.MULTILINE);
  private static final String START =
      "<!-- Written from io.stepwright.openai.client.KnownProviders by ProvidersPageTest: change it"
          + " there, then run the test with -DupdateDocs=true. -->\n";
  private static final String END = "<!-- End of what is written. -->\n";

  /** Run with {@code -DupdateDocs=true} to write the table. */
  @Test
  void theTableIsUpToDate() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(page).containsOnlyOnce(START).containsOnlyOnce(END);
    int start = page.indexOf(START) + START.length();
    String updated = page.substring(0, start) + table() + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("updateDocs")) {
      Files.writeString(PAGE, updated);
      page = updated;
    }
    assertThat(page)
        .as("refresh with mvn -pl runtime/openai test -Dtest=ProvidersPageTest -DupdateDocs=true")
        .isEqualTo(updated);
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder(
            "\n| name | key | base URL | typed answers | with tools | keywords | limit of tokens |\n"
                + "| --- | --- | --- | --- | --- | --- | --- |\n");
    for (KnownProvider provider : KnownProviders.TABLE) {
      String key = provider.keyVariable() == null ? "none" : "`" + provider.keyVariable() + "`";
      table.append(
          "| [`%s`](#%s) | %s | `%s` | `%s` | `%s` | `%s` | `%s` |\n"
              .formatted(
                  provider.name(),
                  provider.name(),
                  key,
                  provider.baseUrl(),
                  lower(provider.structuredOutput()),
                  lower(provider.resultWithTools()),
                  lower(provider.keywords()),
                  provider.tokenLimit()));
    }
    return table.append('\n').toString();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void eachProviderHasARecipe() throws IOException {
    List<String> headings =
        HEADING.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
    assertThat(headings)
        .containsAll(KnownProviders.TABLE.stream().map(KnownProvider::name).toList());
  }

  static List<String> snippets() throws IOException {
    String page =
        Files.readString(PAGE) + Files.readString(PAGE.resolveSibling("configuration.md"));
    Matcher snippets = SNIPPET.matcher(page);
    List<String> found =
        new java.util.ArrayList<>(snippets.results().map(each -> each.group(1)).toList());
    CODE.matcher(page).results().map((MatchResult each) -> each.group(1)).forEach(found::add);
    assertThat(found).hasSizeGreaterThan(15);
    return found;
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void itsPropertiesAreAccepted(String snippet) throws Exception {
    Properties properties = new Properties();
    // An ellipsis stands for a secret.
    properties.load(new StringReader(snippet.replace("…", "canary")));
    Map<String, String> file = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> file.put(key, properties.getProperty(key)));
    Map<String, String> keys = new HashMap<>();
    KnownProviders.TABLE.forEach(
        provider -> {
          if (provider.keyVariable() != null) {
            keys.put(provider.keyVariable(), "sk-1");
          }
        });
    Configuration configuration =
        Configuration.of(new Sources(Map.of(), Map.of(), keys, Map.copyOf(file)));
    for (String key : file.keySet()) {
      String[] parts = key.split("\\.", -1);
      if (parts[1].equals("models")) {
        String provider = configuration.model("alias:" + parts[2]).name().provider();
        // A snippet that sets a model sets all that its provider needs.
        Endpoints.of(configuration.provider(provider));
      } else if (parts[1].equals("providers")) {
        assertThat(configuration.providers()).contains(parts[2]);
      }
    }
  }
}
