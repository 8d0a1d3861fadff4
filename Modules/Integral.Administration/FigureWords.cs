using Integral.Platform.Reporting;

namespace Integral.Administration;

/// <summary>Groups of figures in words.</summary>
internal static class FigureWords
{
    public static Sentence Of(Indicator indicator, string group) =>
        indicator.ShownBy == Indicator.TenantKindDimension && Enum.TryParse<TenantKind>(group, out var kind) ? TenantWords.Of(kind) : indicator.Word(group);
}
