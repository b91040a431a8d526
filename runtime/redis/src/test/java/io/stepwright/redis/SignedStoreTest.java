package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static io.stepwright.redis.Entries.STEP;
import static io.stepwright.redis.Entries.axis;
import static io.stepwright.redis.Entries.exact;
import static io.stepwright.redis.Entries.semantic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second client writes to the server. */
class SignedStoreTest extends RedisTestCase {

  private static final String SECRET = "correct horse battery";
  private static final String KEY = Entries.KEYS.entry(PARTITION, "id");

  private final Logged logged = new Logged();
  private CacheStore signed;

  @BeforeEach
  void openSigned() {
    signed = open(null, "", SECRET);
  }

  @AfterEach
  void closeSigned() {
    signed.close();
    logged.close();
  }

  private static CacheStore open(
      @Nullable String prefix, String namespace, @Nullable String secret) {
    try {
      return new RedisCacheStoreFactory()
          .create(new CacheStoreSettings(server.url(), PATIENT, prefix, namespace, secret));
    } catch (CacheConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  private List<CacheEntry> nearest(CacheStore from) throws Exception {
    return from.nearest(PARTITION, axis(4, 0), 8, 0.9);
  }

  @Test
  void whatIsSignedIsServed() throws Exception {
    CacheEntry entry = semantic("id", axis(4, 0));
    signed.put(entry);
    try (CacheStore same = open(null, "", SECRET)) {
      assertThat(same.find(PARTITION, "id")).isEqualTo(entry);
      assertThat(nearest(same)).containsExactly(entry);
    }
    assertThat(logged.messages()).isEmpty();
  }

  @Test
  void whatIsNotSignedIsNotServedAndRemovedAndToldOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      store.put(semantic("id", axis(4, 0)));
      assertThat(signed.find(PARTITION, "id")).isNull();
      assertThat(server.command("EXISTS", KEY)).isEqualTo("0");
      store.put(semantic("id", axis(4, 0)));
      assertThat(nearest(signed)).isEmpty();
      assertThat(server.command("EXISTS", KEY)).isEqualTo("0");
      assertThat(server.command("EXISTS", Entries.KEYS.vectors(PARTITION))).isEqualTo("0");
    }
    assertThat(logged.messages())
        .singleElement()
        .asString()
        .contains("without a valid signature of stepwright.cache.secret")
        .contains("another secret, or with none")
        .doesNotContain("horse")
        .doesNotContain("answer id");
  }

  @Test
  void whatIsSignedWithAnotherSecretIsNotServed() throws Exception {
    try (CacheStore other = open(null, "", SECRET + "!")) {
      other.put(semantic("id", axis(4, 0)));
      assertThat(nearest(signed)).isEmpty();
      other.put(exact("id"));
      assertThat(signed.find(PARTITION, "id")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"answer\":\"answer id\"->\"answer\":\"POISONED\"",
        "\"text\":\"text id\"->\"text\":\"something else\"",
        "\"expires\":->\"expires\":9",
        "\"created\":->\"created\":0,\"created\":",
        "\"inputTokens\":12->\"inputTokens\":13",
        "\"outputTokens\":34->\"outputTokens\":0",
        "\"step\":\"Support->\"step\":\"Sapport",
        "\"signature\":\"->\"signature\":\"AAAA"
      })
  void whatIsChangedAfterwardsIsNotServed(String change) throws Exception {
    signed.put(semantic("id", axis(4, 0)));
    String[] parts = change.split("->");
    String before = server.command("GET", KEY);
    String after = before.replace(parts[0], parts[1]);
    if (change.startsWith("\"created")) {
      after = before.replaceFirst("\"created\":\\d", "\"created\":0");
    }
    assertThat(after).isNotEqualTo(before);
    server.command("SET", KEY, after);
    assertThat(signed.find(PARTITION, "id")).isNull();
    assertThat(server.command("EXISTS", KEY)).isEqualTo("0");
  }

  @Test
  void anotherVectorUnderARightAnswerIsNotServed() throws Exception {
    signed.put(semantic("id", axis(4, 0)));
    String other = Base64.getEncoder().encodeToString(VectorBytes.of(axis(4, 1)));
    String changed =
        server
            .command("GET", KEY)
            .replaceFirst("\"vector\":\"[^\"]*\"", "\"vector\":\"" + other + "\"");
    server.command("SET", KEY, changed);
    assertThat(nearest(signed)).isEmpty();
  }

  @Test
  void entriesCannotBeExchanged() throws Exception {
    signed.put(semantic("id", axis(4, 0)));
    signed.put(semantic("other", axis(4, 0)));
    server.command("COPY", Entries.KEYS.entry(PARTITION, "other"), KEY, "REPLACE");
    assertThat(signed.find(PARTITION, "id")).isNull();
    String renamed =
        server
            .command("GET", Entries.KEYS.entry(PARTITION, "other"))
            .replace("\"id\":\"other\"", "\"id\":\"id\"");
    server.command("SET", KEY, renamed);
    assertThat(signed.find(PARTITION, "id")).isNull();
    server.command(
        "SET",
        Entries.KEYS.entry("bb22", "other"),
        server.command("GET", Entries.KEYS.entry(PARTITION, "other")).replace(PARTITION, "bb22"));
    assertThat(signed.find("bb22", "other")).isNull();
  }

  @Test
  void withoutASecretASignatureDoesNotMatter() throws Exception {
    CacheEntry entry = semantic("id", axis(4, 0));
    signed.put(entry);
    assertThat(store.find(PARTITION, "id")).isEqualTo(entry);
  }

  @Test
  void whatNoEntryCanSayIsNotServedWithoutASecretEither() throws Exception {
    long now = System.currentTimeMillis();
    for (CacheEntry entry :
        List.of(
            new CacheEntry(
                STEP, PARTITION, "id", null, null, "a", now + 120_000, now + 240_000, 1, 1),
            new CacheEntry(
                STEP, PARTITION, "id", null, null, "a", Long.MAX_VALUE, Long.MAX_VALUE, 1, 1),
            new CacheEntry(
                STEP, PARTITION, "id", null, null, "a", now, now + 1_000_000, Long.MAX_VALUE, 1),
            new CacheEntry(STEP, PARTITION, "id", null, null, "a", now, now + 1_000_000, 1, -7),
            new CacheEntry(
                STEP,
                PARTITION,
                "id",
                "t",
                new float[] {3, 0, 0, 0},
                "a",
                now,
                now + 1_000_000,
                1,
                1))) {
      server.command("SET", KEY, new String(Entries.CODEC.write(entry), StandardCharsets.UTF_8));
      assertThat(store.find(PARTITION, "id")).as(entry.toString()).isNull();
      assertThat(server.command("EXISTS", KEY)).isEqualTo("0");
    }
  }

  @Test
  void withASecretAStepIsNotNamedInKeysAndItsEvictionLeavesOthersAlone() throws Exception {
    store.put(exact("open"));
    signed.put(in("bb22", "hidden"));
    assertThat(server.command("KEYS", "*step*" + STEP + "*").split(",")).hasSize(1);

    signed.evict(STEP);
    assertThat(signed.find("bb22", "hidden")).isNull();
    assertThat(store.find(PARTITION, "open")).isNotNull();

    signed.put(in("bb22", "hidden"));
    store.evict(STEP);
    assertThat(store.find(PARTITION, "open")).isNull();
    assertThat(signed.find("bb22", "hidden")).isNotNull();
  }

  @Test
  void prefixesAndNamespacesDoNotEvictEachOther() throws Exception {
    try (CacheStore prefixed = open("app:one", "", null);
        CacheStore named = open(null, "staging", null)) {
      prefixed.put(semantic("p", axis(4, 0)));
      named.put(in("bb22", "n"));
      store.put(in("cc33", "s"));
      assertThat(server.command("KEYS", "app:one:*").split(",")).hasSize(3);
      assertThat(store.find(PARTITION, "p")).isNull();

      store.evict(STEP);
      assertThat(prefixed.find(PARTITION, "p")).isNotNull();
      assertThat(named.find("bb22", "n")).isNotNull();
      named.evict(STEP, "n");
      assertThat(named.find("bb22", "n")).isNull();
      assertThat(nearest(prefixed)).hasSize(1);
      prefixed.evict(STEP);
      assertThat(server.command("KEYS", "app:one:{*")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a{b", "*", "a b", "", "ä", "x}"})
  void aPrefixIsAName(String prefix) {
    assertThatThrownBy(
            () ->
                new RedisCacheStoreFactory()
                    .create(new CacheStoreSettings("redis://h", PATIENT, prefix, "", null)))
        .isInstanceOf(CacheConfigurationException.class)
        .hasMessageContaining("stepwright.cache.redis.prefix is");
  }

  private static CacheEntry in(String partition, String id) {
    return Entries.entry(partition, id, null, "answer");
  }
}
