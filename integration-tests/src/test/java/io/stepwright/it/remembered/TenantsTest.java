package io.stepwright.it.remembered;

import static io.stepwright.it.remembered.Desk.answerTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.openai.testing.ModelServer;
import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.CacheOutcome;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several tenants that share a Redis, and a stranger who writes to it. */
@Timeout(120)
class TenantsTest {

  private static final String QUESTION = "How do I change the address of my invoice?";
  private static final String KEY = "stepwright.providers.openai.api-key";
  private static final String SECRET = "stepwright.cache.secret";

  private final ModelServer server = ModelServer.http();
  private RedisServer redis;

  @BeforeEach
  void start() {
    assumeTrue(RedisServer.isAvailable(), RedisExecutable.howToInstall(8));
    redis = RedisServer.start();
  }

  @AfterEach
  void close() {
    server.close();
    if (redis != null) {
      redis.close();
    }
  }

  private Desk desk(Map<String, String> settings) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "stepwright.cache.store",
                "redis",
                "stepwright.cache.redis.url",
                redis.url(),
                "stepwright.cache.timeout",
                Desk.PATIENCE));
    all.putAll(settings);
    return new Desk(server, all);
  }

  @Test
  void twoKeysOfOneServerAreTwoTenants() {
    try (Desk one = desk(Map.of(KEY, "key-of-one"));
        Desk same = desk(Map.of(KEY, "key-of-one"));
        Desk other = desk(Map.of(KEY, "key-of-another"))) {
      one.ask(QUESTION);
      assertThat(same.ask(QUESTION).outcome()).isEqualTo(CacheOutcome.EXACT);
      assertThat(other.ask(QUESTION).outcome()).isEqualTo(CacheOutcome.MISS);
      assertThat(other.ask("How can I change the address of my invoice?").outcome())
          .as("its own")
          .isEqualTo(CacheOutcome.SEMANTIC);
    }
    assertThat(redis.command("KEYS", "*")).doesNotContain("key-of");
  }

  @Test
  void whoWritesToTheServerCannotChangeAnAnswerThatIsSigned() {
    Map<String, String> settings = Map.of(SECRET, "correct horse battery staple");
    try (Desk desk = desk(settings)) {
      desk.ask(QUESTION);
    }
    String key = redis.command("KEYS", "sw:*:e:*");
    String entry = redis.command("GET", key);
    redis.command("SET", key, entry.replace("Answer to", "POISONED"));
    try (Desk desk = desk(settings)) {
      Desk.Served served = desk.ask(QUESTION);
      assertThat(served.answer()).isEqualTo(answerTo(QUESTION));
      assertThat(served.outcome()).isEqualTo(CacheOutcome.MISS);
    }
  }

  @Test
  void withoutASecretImpossibleNumbersAreNotServedEither() {
    try (Desk desk = desk(Map.of())) {
      desk.ask(QUESTION);
    }
    String key = redis.command("KEYS", "sw:*:e:*");
    String entry = redis.command("GET", key);
    for (String field : new String[] {"expires", "created", "inputTokens", "outputTokens"}) {
      String changed =
          entry.replaceFirst("\"" + field + "\":\\d+", "\"" + field + "\":9223372036854775807");
      assertThat(changed).isNotEqualTo(entry);
      redis.command("SET", key, changed);
      try (Desk desk = desk(Map.of())) {
        assertThat(desk.ask(QUESTION).outcome()).as(field).isEqualTo(CacheOutcome.MISS);
      }
    }
  }

  @Test
  void oneOfSeveralProcessesAsks() throws Exception {
    Map<String, String> settings = Map.of("stepwright.cache.timeout.shared", "60s");
    try (Desk one = desk(settings);
        Desk other = desk(settings)) {
      Thread asking = new Thread(() -> one.ask(QUESTION));
      asking.start();
      assertThat(other.ask(QUESTION).answer()).isEqualTo(answerTo(QUESTION));
      asking.join();
      assertThat(one.calls() + other.calls()).isEqualTo(1);
    }
  }
}
