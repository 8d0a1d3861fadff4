namespace Integral.Platform.Jobs;

/// <summary>What a module clears away by itself, every night in every institution: what its people threw away long ago. A scoped service of this type.</summary>
public interface ITidies
{
    Task TidyAsync(CancellationToken cancel);
}
