package dev.lightspeed.harness.gate;

/**
 * The verdict on one workload.
 *
 * @param workload the workload's label
 * @param passed whether it is within its budget and the profile's memory
 * @param reason every limit that is broken, with figure, limit and by how much; or how much room
 *     the tightest limit leaves
 */
public record BudgetResult(String workload, boolean passed, String reason) {}
