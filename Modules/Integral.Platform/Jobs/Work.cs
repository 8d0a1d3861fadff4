using Integral.Platform.Data;
using Integral.Platform.Localization;

namespace Integral.Platform.Jobs;

/// <summary>How far long work has come, and what it is doing, in words.</summary>
public sealed record WorkStep(int Percent, Sentence Says);

public enum WorkState { Running, Done, Failed }

/// <summary>What came of it.</summary>
/// <param name="Link">Where to go on: <c>~/Admin/Tenants/Show/…</c>.</param>
public sealed record WorkResult(string? Link, IReadOnlyList<Sentence> Says)
{
    /// <summary>To be shown to its owner and to nobody else, such as a first password.</summary>
    public string? Secret { get; init; }

    /// <summary>More of it for the pages of the module that did it, and for its owner alone. It can be written as JSON; gone in an hour.</summary>
    public object? More { get; init; }

    /// <summary>The same, if it is of that kind; it may come from another node.</summary>
    public T? MoreAs<T>() where T : class => More as T ?? Kept?.As<T>();

    internal KeptInput? Kept { get; init; }
}

/// <summary>Long work that somebody started; it goes on when they leave the page, and can be come back to for an hour.</summary>
public sealed class Work : IProgress<WorkStep>
{
    private volatile WorkStep step = new(0, T.Say("Waiting for its turn"));
    private volatile Outcome? outcome;

    internal Work(Guid accountId, Guid tenantId, Sentence title, object? input) => (AccountId, TenantId, Title, Input) = (accountId, tenantId, title, input);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid AccountId { get; }
    public Guid TenantId { get; }
    public Sentence Title { get; }

    /// <summary>What was typed into the form that started it, to be shown again when it failed. Never a password.</summary>
    public object? Input { get; }

    /// <summary>The same, if it is of that kind; it may come from another node.</summary>
    public T? InputAs<T>() where T : class => Input as T ?? Kept?.As<T>();

    internal KeptInput? Kept { get; private init; }

    public WorkStep Step => step;
    public WorkState State => outcome is null ? WorkState.Running : outcome.Trouble is null ? WorkState.Done : WorkState.Failed;
    public Sentence? Trouble => outcome?.Trouble;
    public WorkResult? Result => outcome?.Result;
    internal DateTime? EndedAt => outcome?.At;

    /// <summary>Called after each step and at the end.</summary>
    internal Action<Work>? Changed { get; init; }

    void IProgress<WorkStep>.Report(WorkStep value)
    {
        step = value;
        Changed?.Invoke(this);
    }

    /// <summary>As another node wrote it down.</summary>
    internal static Work As(WorkRow row, Sentence? trouble, WorkResult? result) => new(row.AccountId, row.TenantId, Sentences.Read(row.Title), null)
    {
        Id = row.Id, Kept = row.Input is { } input ? Json.Read<KeptInput>(input) : null,
        step = new(row.Percent, Sentences.Read(row.Says)), outcome = trouble is null && result is null ? null : new(result, trouble, row.EndedAt ?? row.StartedAt),
    };

    internal void Succeed(WorkResult result, DateTime at) => End(new(result, null, at));
    internal void Fail(Sentence trouble, DateTime at) => End(new(null, trouble, at));

    private void End(Outcome came)
    {
        outcome = came;
        Changed?.Invoke(this);
    }

    private sealed record Outcome(WorkResult? Result, Sentence? Trouble, DateTime At);
}

/// <summary>An object written down for another node.</summary>
/// <param name="Name">Of its class.</param>
internal sealed record KeptInput(string Name, string Text)
{
    public static KeptInput? Of(object? input) => input is null ? null : new(input.GetType().Name, Json.Write(input));
    public T? As<T>() where T : class => Name == typeof(T).Name ? Json.Read<T>(Text) : null;
}
