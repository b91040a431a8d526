package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.FakeMcp;
import io.stepwright.processor.testing.TestCompiler;
import io.stepwright.wiring.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles interfaces against lock files that servers made malicious. */
class LockFileTest {

  private static final String FACADE =
      """
      package app;
      import io.stepwright.*;
      import java.util.*;
      @Mcp("evil")
      public interface Evil {
        record Point(int x, int y) {}
        @Tool String tool(List<Point> points);
      }
      """;

  /** Writes a lock file into a folder of its own. */
  static Path folder(String server, String text) throws IOException {
    Path all = Files.createDirectories(Path.of("target", "compilations").toAbsolutePath());
    Path folder = Files.createTempDirectory(all, "mcp");
    Files.writeString(folder.resolve(server + ".json"), text);
    return folder;
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the digest of an entry without its own digest. */
  static String digest(String entry) {
    return sha256(JsonValue.parse(entry).canonical());
  }

  private static Compiled compile(TestCompiler compiler, String lock) throws IOException {
    return FakeMcp.addTo(Compilation.with(compiler))
        .source("app/Evil.java", FACADE)
        .option("-Astepwright.mcp=" + folder("evil", lock))
        .compile();
  }

  /** Returns a lock file with one tool whose entry has the right digest. */
  private static String lock(String schema) {
    String digested = "\"description\":\"\",\"inputSchema\":%s,\"name\":\"tool\"".formatted(schema);
    return "{\"server\":\"evil\",\"tools\":[{%s,\"sha256\":\"%s\"}]}"
        .formatted(digested, digest("{" + digested + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"server\":\"evil\"}",
        "{\"server\":\"evil\",\"tools\":{}}",
        "{\"server\":\"evil\",\"tools\":[1]}",
        "{\"server\":\"evil\",\"tools\":[{}]}",
        "{\"server\":\"evil\",\"tools\":[{\"name\":\"tool\"}]}",
        "{\"server\":\"evil\",\"tools\":[{\"name\":1,\"sha256\":\"\"}]}",
        "{\"server\":\"evil\",\"tools\":[{\"name\":\"tool\",\"sha256\":\"\"}]}",
        "{\"server\":\"evil\",\"tools\":[{\"name\":\"tool\",\"name\":\"b\",\"sha256\":\"\"}]}",
        "{\"server\":\"evil\",\"tools\":[{\"name\":\"tool\",\"sha256\":\"\","
            + "\"inputSchema\":{\"minimum\":1e999999999}}]}",
        "{\"server\":\"evil\",\"tools\":[{\"name\":\"tool\",\"sha256\":\"\","
            + "\"inputSchema\":{\"minimum\":10e2147483647}}]}",
      })
  void isAnErrorAtTheInterfaceIfItIsMalformed(String lock) throws IOException {
    assertRefused(compile(TestCompiler.JAVAC, lock), "evil.json:1 ");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void hasALimitOfSizeAndDepth(TestCompiler compiler) throws IOException {
    assertRefused(compile(compiler, " ".repeat((1 << 20) + 1)), "larger than 1048576 bytes");
    assertRefused(
        compile(compiler, "[".repeat(100_000)), "objects and arrays are inside of each other");
    assertRefused(compile(compiler, "[" + "1".repeat(2_000) + "]"), "more than 1000 characters");
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void schemasWithoutEndAreNotFollowed(TestCompiler compiler) throws IOException {
    StringBuilder defs = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      String next = "{\"$ref\":\"#/$defs/d%d\"}".formatted((i + 1) % 60);
      defs.append(i == 0 ? "" : ",").append("\"d%d\":{\"anyOf\":[%s,%s]}".formatted(i, next, next));
    }
    String points = "{\"$ref\":\"#/$defs/d0\"}";
    assertThat(
            compile(
                    compiler,
                    lock("{\"$defs\":{%s},\"properties\":{\"points\":%s}}".formatted(defs, points)))
                .messages())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"JAVAC", "ECJ"})
  void itsTextsDoNotChangeTheTerminal(TestCompiler compiler) throws IOException {
    String name = "\\u001b[2J\\u202e" + "x".repeat(5_000);
    String schema =
        "{\"properties\":{\"points\":{\"enum\":[\"%s\"]},\"%s\":{}}}".formatted(name, name);
    String lock = lock(schema);
    Compiled compiled =
        FakeMcp.addTo(Compilation.with(compiler))
            .source("app/Evil.java", FACADE.replace("points", "point"))
            .option("-Astepwright.mcp=" + folder("evil", lock))
            .compile();
    assertThat(compiled.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.id()).isEqualTo("McpParameter");
              assertThat(error.text()).contains("'points'", "\\u001b[2J\\u202exxx");
              assertThat(error.text()).doesNotContain("\u001b", "\u202e").hasSizeLessThan(1_000);
            });
  }

  private static void assertRefused(Compiled compiled, String fragment) {
    assertThat(compiled.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.id()).isEqualTo("McpServer");
              assertThat(error.text()).contains(fragment, "mvn stepwright:mcp");
            });
  }
}
