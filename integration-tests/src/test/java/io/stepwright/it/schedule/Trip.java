package io.stepwright.it.schedule;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import java.util.concurrent.CompletableFuture;

/** Has two independent branches. */
@Agent
public abstract class Trip {

  public record Booked(String seat, String breakfast) {}

  /** The code of a step. */
  public interface Work {
    void of(String step) throws InterruptedException;
  }

  private final Work work;

  protected Trip(Work work) {
    this.work = work;
  }

  @EntryPoint
  public abstract Booked book(String city);

  @EntryPoint
  public abstract CompletableFuture<Booked> bookLater(String city);

  @AgentStep
  protected String flight(String city) throws InterruptedException {
    work.of("flight");
    return "flight to " + city;
  }

  @AgentStep
  protected String hotel(String city) throws InterruptedException {
    work.of("hotel");
    return "hotel in " + city;
  }

  @AgentStep
  protected String seat(String flight) throws InterruptedException {
    work.of("seat");
    return "seat of " + flight;
  }

  @AgentStep
  protected String breakfast(String hotel) throws InterruptedException {
    work.of("breakfast");
    return "breakfast of " + hotel;
  }
}
