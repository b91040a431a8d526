package io.stepwright.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.redis.testing.LoopbackProxy;
import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.ConversationStore;
import io.stepwright.spi.ConversationStoreException;
import io.stepwright.spi.ConversationStoreSettings;
import io.stepwright.spi.Turn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations on a real server. */
@Timeout(120)
class ConversationStoreTest extends RedisTestCase {

  private static final String SECRET = "correct horse battery";
  private static final String KEY = "sw:conversation:id";
  private static final Turn HELLO = new Turn.User("hello \uD83D\uDE00 \0");
  private static final Turn REPLY = new Turn.Model("good day");

  private ConversationStore plain;
  private ConversationStore signed;

  @BeforeEach
  void openConversations() {
    plain = open(null);
    signed = open(SECRET);
  }

  @AfterEach
  void closeConversations() {
    plain.close();
    signed.close();
  }

  private static ConversationStore open(@Nullable String secret) {
    return open(server.url(), secret, PATIENT, Duration.ofMinutes(5));
  }

  private static ConversationStore open(
      String url, @Nullable String secret, Duration timeout, Duration life) {
    try {
      return new RedisConversationStoreFactory()
          .create(new ConversationStoreSettings(url, null, timeout, life, secret));
    } catch (ConversationStoreException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String refusal(ThrowingCallable call) {
    Throwable failure = catchThrowable(call);
    assertThat(failure).isInstanceOf(ConversationStoreException.class);
    return String.valueOf(failure.getMessage());
  }

  @Test
  void turnsAreAppendedToWhatIsExpected() throws Exception {
    for (ConversationStore store : List.of(plain, signed)) {
      assertThat(store.load("id")).isEmpty();
      assertThat(store.append("id", List.of(HELLO), List.of(REPLY))).isFalse();
      assertThat(store.append("id", List.of(), List.of(HELLO, REPLY))).isTrue();
      assertThat(store.load("id")).containsExactly(HELLO, REPLY);
      assertThat(store.append("id", List.of(), List.of(REPLY))).isFalse();
      assertThat(store.append("id", List.of(HELLO, HELLO), List.of(REPLY))).isFalse();
      assertThat(store.append("id", List.of(HELLO, REPLY), List.of(HELLO))).isTrue();
      assertThat(store.load("id")).containsExactly(HELLO, REPLY, HELLO);
      assertThat(store.load("other")).isEmpty();
      store.remove("id");
      store.remove("id");
      assertThat(store.load("id")).isEmpty();
    }
  }

  /** The kernel accepts the connection, but the server does not answer. */
  @Test
  void aShortTimeLimitIsThatOfConnectingToo() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ConversationStore store =
            open(
                "redis://127.0.0.1:" + silent.getLocalPort(),
                null,
                Duration.ofMillis(100),
                Duration.ofMinutes(5))) {
      assertThat(refusal(() -> store.load("id"))).contains("connecting takes longer than 100 ms");
    }
  }

  @Test
  void anyTextComesBack() throws Exception {
    Random random = new Random(11);
    List<Turn> turns = List.of();
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.append(
            (char) (random.nextBoolean() ? random.nextInt(0x100) : random.nextInt(0x10000)));
      }
      Turn turn =
          random.nextBoolean() ? new Turn.User(text.toString()) : new Turn.Model(text.toString());
      assertThat(signed.append("id", turns, List.of(turn))).isTrue();
      turns = new ArrayList<>(turns);
      turns.add(turn);
      assertThat(signed.load("id")).isEqualTo(turns);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {":7\r\n", "$-1\r\n", "_\r\n", "+OK\r\n", "*0\r\n", "$2\r\nxx\r\n"})
  void aStrangeReplyIsNoConversationAndNoSuccess(String reply) throws Exception {
    try (LoopbackProxy proxy = new LoopbackProxy(server.port());
        ConversationStore store = open(proxy.url(), null, PATIENT, Duration.ofMinutes(5))) {
      store.load("first");
      proxy.attack(
          "conversation:id", out -> out.write(reply.repeat(2).getBytes(StandardCharsets.UTF_8)));
      assertThat(refusal(() -> store.load("id"))).isNotEmpty();
      assertThat(refusal(() -> store.append("id", List.of(), List.of(HELLO)))).isNotEmpty();
    }
  }

  @Test
  void callersAtTheSameTimeLoseNothing() throws Exception {
    int callers = 8;
    int rounds = 20;
    AtomicInteger refused = new AtomicInteger();
    Callers.run(
        callers,
        caller -> {
          for (int round = 0; round < rounds; round++) {
            List<Turn> exchange =
                List.of(
                    new Turn.User(caller + "/" + round),
                    new Turn.Model("re " + caller + "/" + round));
            while (!signed.append("id", signed.load("id"), exchange)) {
              refused.incrementAndGet();
            }
          }
        });
    List<Turn> turns = signed.load("id");
    assertThat(turns).hasSize(2 * callers * rounds).doesNotHaveDuplicates();
    for (int i = 0; i < turns.size(); i += 2) {
      assertThat(turns.get(i + 1).display()).isEqualTo("re " + turns.get(i).display());
    }
    assertThat(refused.get()).isPositive();
  }

  @Test
  void everyUseProlongsItsLife() throws Exception {
    plain.append("id", List.of(), List.of(HELLO));
    server.command("PEXPIRE", KEY, "20000");
    plain.load("id");
    assertThat(Long.parseLong(server.command("PTTL", KEY))).isBetween(30_000L, 300_000L);
    server.command("PEXPIRE", KEY, "20000");
    plain.append("id", List.of(HELLO), List.of(REPLY));
    assertThat(Long.parseLong(server.command("PTTL", KEY))).isBetween(30_000L, 300_000L);
    try (ConversationStore eternal =
        open(server.url(), null, PATIENT, Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThat(eternal.load("id")).containsExactly(HELLO, REPLY);
      assertThat(eternal.append("id", List.of(HELLO, REPLY), List.of(HELLO))).isTrue();
    }
  }

  @Test
  void anExpiredConversationIsNotContinued() throws Exception {
    plain.append("id", List.of(), List.of(HELLO));
    server.command("DEL", KEY);
    assertThat(plain.append("id", List.of(HELLO), List.of(REPLY))).isFalse();
    assertThat(plain.load("id")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "{\"turns\":[]}",
        "swc1 0000000000 0000000000000000000000000000000000000000000000000000000000000000\n",
        "swc1 0000000000 0000000000000000000000000000000000000000000000000000000000000000\n\0\0\0\0\0",
        "swc1 0000000001 0000000000000000000000000000000000000000000000000000000000000000\nu\0\0\0\7private"
      })
  void whatIsNoConversationIsToldAndCanBeRemoved(String value) throws Exception {
    for (ConversationStore store : List.of(plain, signed)) {
      server.command("SET", KEY, value);
      if (value.isEmpty()) {
        assertThat(store.load("id")).isEmpty();
      } else {
        assertThat(refusal(() -> store.load("id")))
            .contains("damaged", "Nothing of it is used", "Remove the conversation")
            .doesNotContain("private");
        assertThat(store.append("id", List.of(), List.of(HELLO))).isFalse();
      }
      store.remove("id");
      assertThat(store.append("id", List.of(), List.of(HELLO))).isTrue();
      assertThat(store.load("id")).containsExactly(HELLO);
      store.remove("id");
    }
  }

  @Test
  void aDamagedByteAnywhereIsNoticed() throws Exception {
    plain.append("id", List.of(), List.of(new Turn.User("hello"), REPLY));
    int length = Integer.parseInt(server.command("STRLEN", KEY));
    for (int at = 0; at < length; at++) {
      String good = server.command("GETRANGE", KEY, "" + at, "" + at);
      server.command("SETRANGE", KEY, "" + at, good.equals("~") ? "!" : "~");
      assertThat(refusal(() -> plain.load("id"))).contains("damaged");
      server.command("SETRANGE", KEY, "" + at, good.isEmpty() ? "\n" : good);
    }
    assertThat(plain.load("id")).hasSize(2);
    String whole = server.command("GET", KEY);
    for (int cut = 1; cut < length; cut += 7) {
      server.command("SET", KEY, whole.substring(0, cut));
      assertThat(refusal(() -> plain.load("id"))).contains("damaged");
    }
  }

  @Test
  void withASecretWordsCannotBePutIntoTheModelsMouth() throws Exception {
    plain.append("id", List.of(), List.of(HELLO, new Turn.Model("forged")));
    assertThat(refusal(() -> signed.load("id")))
        .contains("not signed with the present stepwright.conversations.secret")
        .doesNotContain("forged")
        .doesNotContain("horse");
    assertThat(signed.append("id", List.of(HELLO), List.of(REPLY))).isFalse();
    signed.remove("id");
    signed.append("id", List.of(), List.of(HELLO, REPLY));
    try (ConversationStore other = open(SECRET + "!")) {
      assertThat(refusal(() -> other.load("id"))).contains("not signed");
    }
    assertThat(refusal(() -> plain.load("id"))).contains("damaged");
    server.command("COPY", KEY, "sw:conversation:other");
    assertThat(refusal(() -> signed.load("other"))).contains("not signed");
    assertThat(signed.load("id")).containsExactly(HELLO, REPLY);
  }

  @Test
  void aLargeValueIsReadNoFurther() {
    server.command("SETRANGE", KEY, "300000000", "x");
    assertThat(refusal(() -> plain.load("id"))).contains("damaged");
    server.command("DEL", KEY);
  }

  @Test
  void aConversationThatCouldNotBeReadIsNotWritten() throws Exception {
    Turn large = new Turn.User("x".repeat(ConversationCodec.LONGEST));
    assertThat(refusal(() -> plain.append("id", List.of(), List.of(large))))
        .contains("It has more than 4259840 bytes");
    Turn fitting = new Turn.User("\0".repeat(600_000));
    assertThat(plain.append("id", List.of(), List.of(fitting))).isTrue();
    assertThat(plain.load("id")).containsExactly(fitting);
    assertThat(
            refusal(
                () -> plain.append("id", List.of(fitting), List.of(new Turn.Instructions("x")))))
        .contains("turns that are not of a user or a model");
  }

  @Test
  void moreTurnsThanAreReadAreNotWritten() throws Exception {
    List<Turn> turns = new ArrayList<>(Collections.nCopies(10_000, new Turn.User("")));
    assertThat(plain.append("id", List.of(), turns)).isTrue();
    assertThat(plain.load("id")).isEqualTo(turns);
    assertThat(refusal(() -> plain.append("id", turns, List.of(HELLO)))).contains("10000 turns");
    String value = server.command("GETRANGE", KEY, "0", "80") + "u\0\0\0\0".repeat(10_001);
    server.command("SET", KEY, value);
    assertThat(refusal(() -> plain.load("id"))).contains("damaged");
  }

  @Test
  void aValueOfAnotherTypeIsTold() {
    server.command("RPUSH", KEY, "x");
    assertThat(refusal(() -> plain.load("id")))
        .contains("WRONGTYPE")
        .contains("stepwright.conversations.redis.prefix");
    assertThat(refusal(() -> plain.append("id", List.of(), List.of(HELLO)))).contains("WRONGTYPE");
  }

  @Test
  void settingsAreNamedAsTheyAre() {
    assertThatThrownBy(() -> open("http://x", null, PATIENT, PATIENT))
        .hasMessageContaining("stepwright.conversations.redis.url is not such a URL")
        .hasMessageNotContaining("cache");
    try (ConversationStore nobody =
        open("redis://bob:topsecret@127.0.0.1:" + server.port(), null, PATIENT, PATIENT)) {
      assertThat(refusal(() -> nobody.load("id")))
          .contains("Check user and password in stepwright.conversations.redis.url")
          .doesNotContain("topsecret");
      assertThat(nobody.toString()).doesNotContain("topsecret");
    }
    assertThat(
            new ConversationStoreSettings("redis://:topsecret@h", null, PATIENT, PATIENT, SECRET)
                .toString())
        .doesNotContain("secret")
        .doesNotContain("horse");
  }

  @Test
  void aRestartOfTheServerIsNotNoticed() throws Exception {
    try (RedisServer restarted = RedisServer.start("--appendonly", "yes");
        ConversationStore store = open(restarted.url(), SECRET, PATIENT, Duration.ofMinutes(5))) {
      store.append("id", List.of(), List.of(HELLO));
      restarted.restart();
      // The pooled connection is broken, and the conversation is there.
      assertThat(store.load("id")).containsExactly(HELLO);
    }
  }

  @Test
  void aLostReplyIsNoLostTurn() throws Exception {
    try (LoopbackProxy proxy = new LoopbackProxy(server.port());
        ConversationStore store = open(proxy.url(), SECRET, PATIENT, Duration.ofMinutes(5))) {
      store.load("id");
      AtomicInteger appends = new AtomicInteger();
      proxy.change(
          reply -> {
            if (appends.getAndIncrement() == 0) {
              proxy.reset(); // Done by the server, and never told.
            }
            return reply;
          });
      boolean told = store.append("id", List.of(), List.of(HELLO));
      assertThat(appends.get()).isGreaterThan(1);
      // The second attempt finds the turns of the first.
      assertThat(told).isFalse();
      assertThat(store.load("id")).containsExactly(HELLO);
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsWaitedForNoLongerThanTheLimit() throws Exception {
    try (LoopbackProxy proxy = new LoopbackProxy(server.port());
        ConversationStore store =
            open(proxy.url(), null, Duration.ofMillis(300), Duration.ofMinutes(5))) {
      Eventually.holds(() -> isEmpty(store));
      proxy.attack("conversation:id", out -> {});
      assertThat(refusal(() -> store.load("id"))).contains("did not answer within ");
    }
  }

  private static boolean isEmpty(ConversationStore store) {
    try {
      return store.load("first").isEmpty();
    } catch (ConversationStoreException e) {
      return false; // A busy machine.
    }
  }

  @Test
  void noServerIsAFailure() throws Exception {
    try (ConversationStore store =
        open("redis://127.0.0.1:" + RedisServer.freePort(), null, PATIENT, PATIENT)) {
      assertThat(refusal(() -> store.load("id"))).contains("cannot be reached");
      assertThat(refusal(() -> store.append("id", List.of(), List.of(HELLO))))
          .contains("cannot be reached");
      assertThat(refusal(() -> store.remove("id"))).contains("cannot be reached");
    }
  }

  @Test
  void anOldServerWillDo() throws Exception {
    assumeTrue(RedisExecutable.find(7).isPresent(), RedisExecutable.howToInstall(7));
    try (RedisServer old = RedisServer.startOld();
        Logged logged = new Logged();
        ConversationStore store = open(old.url(), SECRET, PATIENT, Duration.ofMinutes(5))) {
      assertThat(store.append("id", List.of(), List.of(HELLO))).isTrue();
      assertThat(store.append("id", List.of(), List.of(HELLO))).isFalse();
      assertThat(store.append("id", List.of(HELLO), List.of(REPLY))).isTrue();
      assertThat(store.load("id")).containsExactly(HELLO, REPLY);
      store.remove("id");
      assertThat(store.load("id")).isEmpty();
      assertThat(logged.messages()).isEmpty();
    }
  }

  /** Returns the rights that the page on conversations lists for a user. */
  private static String documentedRights() throws IOException {
    String page = Files.readString(Path.of("../../docs/conversations.md"));
    Matcher rights = Pattern.compile("`(~sw:\\* [^`]*)`").matcher(page);
    assertThat(rights.find()).as("docs/conversations.md lists the rights").isTrue();
    return rights.group(1);
  }

  @Test
  void theRightsThatAreDocumentedAreEnough() throws Exception {
    List<String> user = new ArrayList<>(List.of("ACL", "SETUSER", "bob", "on", ">topsecret"));
    user.addAll(List.of(documentedRights().split(" ")));
    assertThat(server.command(user.toArray(String[]::new))).isEqualTo("OK");
    server.command("ACL", "LOG", "RESET");
    try (ConversationStore bobs =
        open(
            "redis://bob:topsecret@127.0.0.1:" + server.port(),
            SECRET,
            PATIENT,
            Duration.ofMinutes(5))) {
      assertThat(bobs.append("id", List.of(), List.of(HELLO))).isTrue();
      assertThat(bobs.load("id")).containsExactly(HELLO);
      bobs.remove("id");
    } finally {
      assertThat(server.command("ACL", "LOG")).isEmpty();
      server.command("ACL", "DELUSER", "bob");
    }
  }
}
