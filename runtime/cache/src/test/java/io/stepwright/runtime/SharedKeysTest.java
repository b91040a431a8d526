package io.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks which runtimes share answers through one store. */
class SharedKeysTest {

  private static final AgentInfo AGENT = new AgentInfo("Desk", "acme.Desk");
  private static final ModelStep<String> ASK =
      ModelStep.text(AGENT, "ask", "gpt").cached(CacheRule.of("fingerprint"));
  private static final EntryPointInfo ENTRY = EntryPointInfo.of(AGENT, "ask").step(ASK);
  private static final String SECRET = "correct horse battery";
  private static final String OTHER_SECRET = "incorrect horse battery";

  private final MapStore store = new MapStore();

  /** A runtime with a named account. */
  private final class Tenant implements AutoCloseable {
    final FakeClient client;
    final AgentRuntime runtime;
    final String model;

    Tenant(String account, Map<String, String> settings) {
      client =
          new FakeClient(request -> FakeClient.reply("answer to " + account)) {
            @Override
            public String account() {
              return account;
            }
          };
      AgentRuntime.Builder builder =
          AgentRuntime.builder().modelClient("openai", client).cacheStore(store);
      builder.configuration("stepwright.cache.timeout", "20s");
      settings.forEach(builder::configuration);
      runtime = builder.build();
      model = settings.containsKey("stepwright.models.desk") ? "alias:desk" : "gpt";
    }

    String ask(CacheKey key) {
      try (Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
        return run.call(
            ASK,
            step ->
                step.cached(key)
                    .ask(ModelStep.text(AGENT, "ask", model), PromptText.of("a question")));
      }
    }

    @Override
    public void close() {
      runtime.close();
    }
  }

  private static CacheKey question() {
    return new CacheKey().exact("customer", "4711").text("q", "Where is it?");
  }

  /** Tells whether the second runtime gets the answer of the first. */
  private boolean share(Map<String, String> one, Map<String, String> other) {
    return share("a", one, "a", other);
  }

  private boolean share(
      String oneAccount, Map<String, String> one, String otherAccount, Map<String, String> other) {
    try (Tenant first = new Tenant(oneAccount, one);
        Tenant second = new Tenant(otherAccount, other)) {
      store.evict("Desk.ask");
      first.ask(question());
      String answer = second.ask(question());
      assertThat(answer).isEqualTo("answer to " + otherAccount);
      return second.client.requests.isEmpty();
    }
  }

  @Test
  void oneAccountSharesAndAnotherOneDoesNot() {
    assertThat(share("a", Map.of(), "a", Map.of())).isTrue();
    assertThat(share("a", Map.of(), "b", Map.of())).isFalse();
    assertThat(share("a", Map.of(), "", Map.of())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "headers|{\"X-Tenant\":\"one\"}|{\"X-Tenant\":\"two\"}",
        "headers|{\"X-Tenant\":\"one\"}|{\"X-Team\":\"one\"}",
        "headers|{\"a\":\"b\",\"c\":\"d\"}|{\"a\":\"b\"}",
        "query|tenant=one|tenant=two",
        "body|{\"seed\":1}|{\"seed\":2}",
        "structured-output|json_schema|json_object",
        "structured-output|json_object|prompt",
        "schema-keywords|all|basic",
        "typed-result-with-tools|both|tool",
      })
  void whatRequestsToAProviderHaveIsPartOfTheKey(String key, String one, String other) {
    Map<String, String> ones = Map.of("stepwright.providers.openai." + key, one);
    Map<String, String> others = Map.of("stepwright.providers.openai." + key, other);
    assertThat(share(ones, ones)).isTrue();
    assertThat(share(ones, others)).isFalse();
    assertThat(share(ones, Map.of())).isFalse();
    assertThat(share(Map.of(), others)).isFalse();
  }

  @Test
  void namesOfHeadersHaveNoCaseAndNoOrder() {
    String key = "stepwright.providers.openai.headers";
    assertThat(
            share(
                Map.of(key, "{\"X-Tenant\":\"one\",\"a\":\"b\"}"),
                Map.of(key, "{\"A\":\"b\", \"x-tenant\":\"one\"}")))
        .isTrue();
  }

  @Test
  void theFieldsOfAnAliasArePartOfTheKey() {
    Map<String, String> alias = Map.of("stepwright.models.desk", "gpt");
    Map<String, String> seed = with(alias, "{\"seed\":1}");
    assertThat(share(alias, Map.of())).as("the alias is only a name").isTrue();
    assertThat(share(seed, seed)).isTrue();
    assertThat(share(seed, alias)).isFalse();
    assertThat(share(seed, with(alias, "{\"seed\":2}"))).isFalse();
  }

  private static Map<String, String> with(Map<String, String> alias, String body) {
    Map<String, String> both = new HashMap<>(alias);
    both.put("stepwright.bodies.desk", body);
    return both;
  }

  @Test
  void namespacesAreApart() {
    Map<String, String> staging = Map.of("stepwright.cache.namespace", "staging");
    assertThat(share(staging, staging)).isTrue();
    assertThat(share(staging, Map.of())).isFalse();
    assertThat(share(staging, Map.of("stepwright.cache.namespace", "production"))).isFalse();
  }

  @Test
  void secretsAreApart() {
    Map<String, String> secret = Map.of("stepwright.cache.secret", SECRET);
    assertThat(share(secret, secret)).isTrue();
    assertThat(share(secret, Map.of())).isFalse();
    assertThat(share(secret, Map.of("stepwright.cache.secret", OTHER_SECRET))).isFalse();
  }

  @Test
  void withASecretNoPartOfAKeyIsThatOfOnesWithout() {
    try (Tenant open = new Tenant("a", Map.of());
        Tenant hidden = new Tenant("a", Map.of("stepwright.cache.secret", SECRET))) {
      for (CacheKey key : List.of(question(), new CacheKey().exact("customer", "4711"))) {
        open.ask(key);
        hidden.ask(key);
      }
      assertThat(store.entries()).hasSize(4);
      assertThat(store.entries()).extracting(CacheEntry::partition).doesNotHaveDuplicates();
      assertThat(store.entries()).extracting(CacheEntry::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void aTextIsForgottenWithASecretToo() {
    try (Tenant tenant = new Tenant("a", Map.of("stepwright.cache.secret", SECRET))) {
      tenant.ask(question());
      tenant.runtime.cache().evict("Desk.ask", "Where was it?");
      assertThat(store.entries()).hasSize(1);
      tenant.runtime.cache().evict("Desk.ask", "Where is it?");
      assertThat(store.entries()).isEmpty();
    }
  }

  @Test
  void halvesOfPairsAreNotMistakenForEachOther() {
    List<String> values = List.of("\ud83d", "\ud83e", "\ude00", "?", "\ufffd", "");
    for (Map<String, String> settings :
        List.of(Map.<String, String>of(), Map.of("stepwright.cache.secret", SECRET))) {
      try (Tenant tenant = new Tenant("a", settings)) {
        for (String value : values) {
          tenant.ask(new CacheKey().exact("v", "a" + value + "b"));
          tenant.ask(new CacheKey().exact("v", value).text("q", "same"));
          tenant.ask(new CacheKey().text("q", "a" + value + "b"));
          tenant.ask(
              new CacheKey()
                  .exactJson("v", value, (json, text) -> json.string(text))
                  .text("q", "x"));
        }
        // Folding may drop a mark at the end of a text, but not here.
        assertThat(tenant.client.requests).hasSize(4 * values.size());
      }
    }
  }

  @Test
  void theSecretIsInNoText() {
    try (Tenant tenant = new Tenant("a", Map.of("stepwright.cache.secret", SECRET))) {
      tenant.ask(question());
      assertThat(store.entries().toString() + tenant.runtime + tenant.runtime.engine())
          .doesNotContain("horse");
    }
  }

  @Test
  void aStoreIsPreparedWhenAnAgentWithACachedStepIsMade() throws Exception {
    try (Tenant tenant = new Tenant("a", Map.of())) {
      tenant.runtime.wiring(AGENT, ModelStep.text(AGENT, "plain", "gpt"));
      assertThat(store.prepared).hasValue(0);
      tenant.runtime.wiring(AGENT, ASK);
      Await.until("it is prepared", () -> store.prepared.get() == 1);
    }
  }
}
