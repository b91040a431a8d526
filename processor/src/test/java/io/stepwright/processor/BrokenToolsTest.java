package io.stepwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.TestCompiler;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tools that are half written, as an IDE compiles them with each key: never an internal error. */
class BrokenToolsTest {

  private static final List<String> MEMBERS =
      List.of(
          "@Tool Missing tool(int a) { return null; }",
          "@Tool int tool(Missing a, List<Missing> b) { return 1; }",
          "@Tool int tool(@From(\"ticket.id.x\") Missing a) { return 1; }",
          "@Tool int tool(@From(\"missing.id\") String a) { return 1; }",
          "@Tool int tool(@From String a) { return 1; }",
          "@Tool int tool(@From() String a) { return 1; }",
          "@Tool int tool(@From(\"\") String a) { return 1; }",
          "@Tool int tool(@From(\".\") String a) { return 1; }",
          "@Tool int tool(@From(\"ticket.\") String a) { return 1; }",
          "@Tool int tool(@From(\"ticket..id\") String a) { return 1; }",
          "@Tool int tool(@From(NOWHERE) String a) { return 1; }",
          "@Tool int tool(@From(\"\\u0000\\ud800\") String a) { return 1; }",
          "@Tool(\"\\ud83d\\ude00\") int tool() { return 1; }",
          "@Tool(NOWHERE) int tool() { return 1; }",
          "@Tool(calls = 1 / 0) int tool() { return 1; }",
          "@Tool(calls = 9999999999999) int tool() { return 1; }",
          "@Tool(onError = NOWHERE) int tool() { return 1; }",
          "@Tool(readOnly) int tool() { return 1; }",
          "@Tool @Approve int tool() { return 1; }",
          "@Tool @SideEffect @Approve(NOWHERE) int tool() { return 1; }",
          "@Tool @SideEffect @Approve(\"{{\\ud800}} {{a\") int tool(int a) { return 1; }",
          "@Tool abstract tool();",
          "@Tool abstract int tool(int);",
          "@Tool int tool( { return 1; }",
          "@Tool int tool",
          "@Tool void tool(void a) {}",
          "@Tool <T extends Missing> T tool(T a) { return a; }",
          "@Tool int tool(int a, int a) { return 1; }",
          "@Tool int tool() { return 1; } @Tool int tool() { return 1; }",
          "@Tool @Tool int tool() { return 1; }",
          "@Tool @Model abstract String tool(String a);",
          "@Tool @Model(\"m\") @Prompt @Tools(NOWHERE) abstract String tool(String a);",
          "@Tool @Model(\"m\") @Prompt(\"{{a}}\") @Tools({\"tool\", null}) abstract String tool(String a);",
          "@Tool @Model(\"m\") @Prompt(\"{{a}}\") abstract Missing tool(Missing a);",
          "@Tool int tool(Outer<String>.Inner a) { return 1; }",
          "@Tool int tool(Map a, List b, Optional c) { return 1; }",
          "@Tool int tool(Cyclic a) { return 1; } record Cyclic(Cyclic a) {}",
          "@Tool Bad tool() { return null; } record Bad(Missing a) {}",
          "@Tool int tool(Bad a) { return 1; } enum Bad {}",
          "@Tool int tool(Class<? extends Enum<?>>... a) { return 1; }",
          "@Tool class tool {}",
          "@Tools(turns = -2147483648, tokens = -2147483648) @Tool int tool() { return 1; }");

  static Stream<Arguments> members() {
    return MEMBERS.stream()
        .flatMap(
            member ->
                TestCompiler.current().stream()
                    .flatMap(
                        compiler ->
                            Stream.of("@Tools", "@Tools(\"tool\")", "@Tools({\"\", \"tool\"})")
                                .map(list -> Arguments.of(member, list, compiler))));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("members")
  void areNoInternalError(String member, String list, TestCompiler compiler) {
    Compiled compiled = compile(member, list, compiler);

    assertThat(compiled.messages())
        .noneSatisfy(message -> assertThat(message.text()).contains("InternalError"));
  }

  @Test
  void missingTypesAreReportedByTheCompilerAlone() {
    Compiled compiled =
        compile("@Tool Missing tool(Missing a) { return null; }", "@Tools", TestCompiler.JAVAC);

    assertThat(compiled.errors())
        .extracting(Compiled.Message::id)
        .containsOnly("", "UnknownType")
        .contains("");
  }

  private static Compiled compile(String member, String list, TestCompiler compiler) {
    return Compilation.with(compiler)
        .source(
            "app/Ag.java",
            """
            package app;

            import io.stepwright.*;
            import java.util.*;

            @Agent
            abstract class Ag {
              record Ticket(String id) {}

              @EntryPoint
              abstract String run(Ticket ticket);

              @AgentStep @Model("m") %s @Prompt("{{ticket.id}}")
              abstract String step(Ticket ticket);

              %s
            }
            """
                .formatted(list, member))
        .compile();
  }
}
