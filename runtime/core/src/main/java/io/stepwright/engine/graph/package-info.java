/**
 * The graph of the steps of one run, as a state machine without a lock, a thread, a listener or an
 * executor. {@link io.stepwright.engine.graph.StepGraph} changes states and returns {@link
 * io.stepwright.engine.graph.Effects}, which its user performs: the engine does so with its lock,
 * and tests do so without any thread. Not part of the API.
 *
 * <p>The states of a node:
 *
 * <pre>
 *               all inputs there          listeners know          a thread claims it
 *   WAITING ------------------> (ready) -----------------> READY -------------------> RUNNING
 *      |                                                     |                           |
 *      | a required input or a condition is absent           | the last item             | the body
 *      v                                                     v of a fan-out              v ends
 *   ABSENT                                                 VALUE            VALUE, ABSENT or STOPPED
 * </pre>
 *
 * <ul>
 *   <li>{@code WAITING}: an input is missing. A node counts its inputs that have not settled; at
 *       zero its inputs are there. A required input that is absent makes it {@code ABSENT} at once,
 *       whatever else it waits for.
 *   <li>{@code READY}: its work may be claimed. Between the last input and this state the listeners
 *       are told, so that no step starts that nobody knows to be ready. A fan-out stays here until
 *       its last item has ended, since each item is claimed by itself.
 *   <li>{@code RUNNING}: a thread has claimed all there is to do.
 *   <li>{@code VALUE}, {@code ABSENT}: settled. Those that wait for it are told, once.
 *   <li>{@code STOPPED}: it failed, was cancelled, or was dropped because the result does not need
 *       it. It never settles, and neither does what requires it.
 * </ul>
 *
 * <p>Parts of a step (a condition, the choice of an alternative, the list of a fan-out) are nodes
 * that the thread which settles their last input evaluates then and there; they go from {@code
 * WAITING} to {@code VALUE} or {@code ABSENT}. A choice waits for its decision first, then for the
 * arm that was decided on, and settles as that does.
 */
@NullMarked
package io.stepwright.engine.graph;

import org.jspecify.annotations.NullMarked;
