package io.stepwright.benchmarks.flow;

/** Computes the expected result of a run by evaluating the steps sequentially. */
public final class Expected {

  private Expected() {}

  /** Returns the result of a flow for an input below 100. */
  public static int of(Flow flow, int input) {
    if (flow == Flow.FAN_OUT) {
      int sum = 0;
      for (int item = 0; item < Flow.ITEMS; item++) {
        sum += Values.of(1, item);
      }
      return sum;
    }
    int[] values = new int[flow.nodes().size() + 1];
    values[0] = input;
    for (Node node : flow.nodes()) {
      int sum = node.inputs().stream().mapToInt(id -> values[id]).sum();
      values[node.id()] = Values.of(node.id(), sum);
    }
    return Values.join(flow.results().stream().mapToInt(id -> values[id]).toArray());
  }
}
