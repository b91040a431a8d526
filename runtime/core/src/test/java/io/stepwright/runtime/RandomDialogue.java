package io.stepwright.runtime;

import io.stepwright.spi.ToolCall;
import io.stepwright.wiring.StepTools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A random script of a model with tools, and an interpreter of it without threads, which says what
 * has to happen.
 */
final class RandomDialogue {

  /** A call with the text that the model has to be told. */
  private record Told(ToolCall call, String text) {}

  final StepTools tools;
  final boolean clockFails;
  final boolean shippedFails;
  private final int turns;
  private final int refunds;

  /** The calls of each reply; none for the final answer. */
  final List<List<ToolCall>> replies = new ArrayList<>();

  /** The note to the model after each turn with calls. */
  final List<List<String>> told = new ArrayList<>();

  /** The executions of tools without side effect in each turn, sorted. */
  final List<List<String>> reads = new ArrayList<>();

  /** The side effects, in their order. */
  final List<String> effects = new ArrayList<>();

  boolean answered;

  private final Map<String, String> memo = new HashMap<>();
  private int made;
  private int refunded;

  RandomDialogue(long seed) {
    Random random = new Random(seed);
    turns = 1 + random.nextInt(7);
    refunds = 1 + random.nextInt(6);
    clockFails = random.nextInt(4) == 0;
    shippedFails = random.nextInt(4) == 0;
    tools =
        StepTools.of(ToolDesk.ORDERS, ToolDesk.REFUND.atMost(refunds), ToolDesk.CLOCK).turns(turns);
    for (int turn = 1; turn <= turns; turn++) {
      List<ToolCall> calls = new ArrayList<>();
      if (random.nextInt(6) > 0) {
        for (int i = random.nextInt(6); i >= 0; i--) {
          calls.add(call(random));
        }
      }
      replies.add(calls);
      if (calls.isEmpty()) {
        answered = true;
        return;
      }
      if (turn < turns) {
        interpret(calls);
      }
    }
  }

  private ToolCall call(Random random) {
    String id = random.nextInt(5) == 0 ? "same" : "call-" + ++made;
    return switch (random.nextInt(9)) {
      case 0, 1 -> ToolDesk.orders(id, ToolDesk.Status.OPEN);
      case 2 -> ToolDesk.orders(id, ToolDesk.Status.SHIPPED);
      case 3, 4 -> ToolDesk.refund(id, ++made);
      case 5, 6 -> ToolDesk.clock(id);
      case 7 -> new ToolCall(id, "order", "{}");
      default -> new ToolCall(id, random.nextBoolean() ? "orders" : "refund", "{\"cents\":true}");
    };
  }

  private void interpret(List<ToolCall> calls) {
    List<String> read = new ArrayList<>();
    List<Told> results = new ArrayList<>();
    Map<String, String> ofTurn = new HashMap<>();
    for (ToolCall call : calls) {
      if (isRefund(call)) {
        continue;
      }
      String key = call.name() + call.arguments();
      String text = isOrders(call) ? ofTurn.get(key) : null;
      if (text == null) {
        text = read(call, read);
        ofTurn.put(key, text);
      }
      results.add(new Told(call, text));
    }
    for (ToolCall call : calls) {
      if (isRefund(call)) {
        results.add(new Told(call, refund(call)));
      }
    }
    told.add(calls.stream().map(call -> textOf(results, call)).toList());
    read.sort(null);
    reads.add(read);
  }

  @SuppressWarnings("ReferenceEquality") // Equal calls have texts of their own.
  private static String textOf(List<Told> results, ToolCall call) {
    return results.stream().filter(told -> told.call() == call).findFirst().orElseThrow().text();
  }

  private static boolean isOrders(ToolCall call) {
    return call.name().equals("orders") && call.arguments().contains("status");
  }

  private static boolean isRefund(ToolCall call) {
    return call.name().equals("refund");
  }

  private String read(ToolCall call, List<String> read) {
    if (call.name().equals("clock")) {
      read.add("clock");
      return clockFails ? "failed: IllegalStateException" : "\"noon\"";
    }
    if (!isOrders(call)) {
      return "failed: ";
    }
    String known = memo.get(call.arguments());
    if (known != null) {
      return known;
    }
    boolean shipped = call.arguments().contains("SHIPPED");
    read.add(shipped ? "orders SHIPPED" : "orders OPEN");
    if (shipped && shippedFails) {
      return "failed: IOException";
    }
    String text = shipped ? "\"orders SHIPPED\"" : "\"orders OPEN\"";
    memo.put(call.arguments(), text);
    return text;
  }

  private String refund(ToolCall call) {
    if (!call.arguments().contains("orderId")) {
      return "failed: ";
    }
    if (refunded == refunds) {
      return "refused: ";
    }
    refunded++;
    memo.clear();
    int cents = Integer.parseInt(call.arguments().replaceAll(".*:(\\d+)}", "$1"));
    effects.add("refund o1 " + cents);
    return switch (cents % 3) {
      case 0 -> "failed: IOException";
      case 1 -> "refused: not " + cents;
      default -> "\"paid " + cents + "\"";
    };
  }

  /** Gives the desk tools that behave as the interpreter expects. */
  void prepare(ToolDesk desk, Runnable point) {
    desk.tools = tools;
    desk.clock =
        () -> {
          point.run();
          if (clockFails) {
            throw new IllegalStateException("canary");
          }
          return "noon";
        };
    desk.orders =
        (who, status) -> {
          point.run();
          if (shippedFails && status == ToolDesk.Status.SHIPPED) {
            throw new IOException("canary");
          }
          return "orders " + status;
        };
    desk.refund =
        (who, order, cents) -> {
          point.run();
          if (cents % 3 == 0) {
            throw new IOException("canary");
          }
          if (cents % 3 == 1) {
            throw new ToolRefusal("not " + cents);
          }
          return "paid " + cents;
        };
  }
}
