package io.stepwright.engine.graph;

import io.stepwright.engine.message.Messages;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import java.util.Optional;

/** A fan-out that is absent from the start. Its absence has been reported already. */
public final class AbsentEach<T> extends Node<List<T>> implements ForkedEach<T> {

  public AbsentEach(Awaiter awaiter, StepInfo info) {
    super(awaiter, info, null);
    this.mayBeAbsent = true;
    this.state = State.ABSENT;
  }

  @Override
  public void inputsReady(Effects effects) {
    throw new IllegalStateException("It never joins the graph.");
  }

  @Override
  public T item(int index) {
    throw new IllegalStateException(
        "%s is absent; it has no items.".formatted(Messages.name(info())));
  }

  @Override
  @SuppressWarnings("unchecked") // Has no items of any type.
  public ForkedEach<Optional<T>> orEmpty() {
    return (ForkedEach<Optional<T>>) (ForkedEach<?>) this;
  }
}
