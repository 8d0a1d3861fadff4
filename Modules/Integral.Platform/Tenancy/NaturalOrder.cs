using System.Globalization;

namespace Integral.Platform.Tenancy;

/// <summary>Orders names as people do: School 9 before School 10.</summary>
public sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    private static readonly CompareInfo Compare = CultureInfo.GetCultureInfo("ru").CompareInfo;

    int IComparer<string>.Compare(string? x, string? y) => Compare.Compare(x, y, CompareOptions.IgnoreCase | CompareOptions.NumericOrdering);
}
