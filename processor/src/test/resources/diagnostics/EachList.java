package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface EachList {
  record Order(List<String> lines, Set<String> tags, String note, List<Integer> sizes) {}

  @EntryPoint(
      also = {"unknown", "noList", "aSet", "otherType", "itself", "none"})
  Integer run(Order order);

  @AgentStep
  default Integer number() {
    return 1;
  }

  @AgentStep
  default String unknown(@Each("order.line") String line) { // <- EachList: Did you mean 'lines'?
    return line;
  }

  @AgentStep
  default String noList(@Each("order.note") String line) { // <- EachList: is of type String
    return line;
  }

  @AgentStep
  default String aSet(@Each("order.tags") String tag) { // <- EachList: is of type Set<String>
    return tag;
  }

  @AgentStep
  default String otherType(@Each("order.sizes") String size) { // <- EachList: items of 'order.sizes' are of type Integer
    return size;
  }

  @AgentStep
  default String itself(@Each("itself") String line) { // <- EachList: which is the step itself
    return line;
  }

  @AgentStep
  default String none(
      @Each(value = "order.lines", atOnce = 0) String line) { // <- EachAtOnce: runs 0 items at once
    return line;
  }
}
