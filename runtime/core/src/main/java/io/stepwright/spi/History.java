package io.stepwright.spi;

import java.util.List;

/** The earlier turns of a conversation that a model is asked to continue. Immutable. */
public interface History {

  /** Returns the turns, oldest first, without instructions. The list cannot be changed. */
  List<Turn> turns();
}
