package io.stepwright.mcp;

import io.stepwright.wiring.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * An MCP server that is a program. The tool echo answers with what is asked for; its arguments say
 * how it behaves. All that it receives is appended to a file.
 */
final class FakeProgram {

  private FakeProgram() {}

  static List<String> command(Path received, String... behaviour) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xshare:auto");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(FakeProgram.class.getName());
    command.add(received.toString());
    command.addAll(List.of(behaviour));
    return command;
  }

  public static void main(String[] args) throws Exception {
    Path received = Path.of(args[0]);
    List<String> behaviour = List.of(args).subList(1, args.length);
    if (behaviour.contains("greet")) {
      System.out.println("Welcome to the server!");
    }
    if (behaviour.contains("noise")) {
      for (int i = 0; i < 20_000; i++) {
        System.err.println("noise ".repeat(20) + i);
      }
    }
    if (behaviour.contains("child")) {
      Process child = new ProcessBuilder("sleep", "1000").start();
      append(received, "child " + child.pid());
    }
    append(received, "pid " + ProcessHandle.current().pid());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      append(received, line);
      JsonValue message = JsonValue.parse(line);
      String method = FakeHttpServer.method(message);
      if (behaviour.contains("mute")) {
        continue;
      }
      if (method.equals("tools/call")) {
        call(behaviour, message);
      } else if (message.names().contains("id")) {
        System.out.println(
            FakeHttpServer.response(
                message,
                method.equals("initialize")
                    ? "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
                        + "\"serverInfo\":{\"name\":\"fake\",\"version\":\"1\"}}"
                    : "{\"tools\":[" + FakeHttpServer.ECHO + "]}"));
      }
      if (method.equals("tools/list") && behaviour.contains("deaf")) {
        Thread.sleep(1_000_000);
      }
    }
    if (behaviour.contains("stay")) {
      Thread.sleep(1_000_000);
    }
  }

  private static void call(List<String> behaviour, JsonValue message) {
    if (behaviour.contains("die")) {
      Runtime.getRuntime().halt(7);
    }
    if (behaviour.contains("huge")) {
      String part = "x".repeat(1024 * 1024);
      while (true) {
        System.out.print(part);
      }
    }
    if (behaviour.contains("hang")) {
      return;
    }
    String secret = String.valueOf(System.getenv("STEPWRIGHT_TEST_ONLY_OURS"));
    String token = String.valueOf(System.getenv("TOKEN"));
    System.out.println(FakeHttpServer.response(message, FakeHttpServer.text(secret + " " + token)));
  }

  private static void append(Path file, String line) throws IOException {
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
