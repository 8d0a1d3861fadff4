using System.Text.RegularExpressions;

namespace Integral.People.Groups;

internal static partial class GroupNames
{
    [GeneratedRegex(@"\d{1,4}")] internal static partial Regex Numbers();
}
