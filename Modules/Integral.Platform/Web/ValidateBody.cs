using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Integral.Platform.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Platform.Web;

/// <summary>
/// Checks the data annotations of what an API handler was given, and that nothing is null in a list that has no nulls, and answers 400 with what is wrong with which property.
/// The framework's own generator sees only the assembly that calls it, and modules are others.
/// </summary>
public sealed class ValidateBody : IEndpointFilter
{
    private static readonly RequiredAttribute Required = new();
    private static readonly ConcurrentDictionary<Type, List<(PropertyInfo Property, ValidationAttribute[] Rules, bool HoldsNulls)>> Known = new();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var texts = context.HttpContext.RequestServices.GetRequiredService<Texts>();
        var errors = new Dictionary<string, string[]>();
        foreach (var argument in context.Arguments.Where(a => a is not null && IsOurs(a.GetType()))) Check(argument!, "", texts, errors);
        return errors.Count == 0 ? await next(context) : TypedResults.ValidationProblem(errors);
    }

    private static void Check(object value, string prefix, Texts texts, Dictionary<string, string[]> errors)
    {
        foreach (var (property, rules, holdsNulls) in Known.GetOrAdd(value.GetType(), Of))
        {
            var name = prefix + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var inside = property.GetValue(value);
            var context = new ValidationContext(value) { MemberName = property.Name };
            var broken = rules.Where(r => r.GetValidationResult(inside, context) is not null).Select(r => Words(r, property, texts)).ToArray();
            if (broken.Length > 0) errors[name] = broken;
            else if (inside is IEnumerable many and not string) Check(many, holdsNulls ? null : property, name, texts, errors);
            else if (inside is not null && IsOurs(inside.GetType())) Check(inside, $"{name}.", texts, errors);
        }
    }

    // What isn't said to hold nulls is used without looking for them.
    private static void Check(IEnumerable many, PropertyInfo? full, string name, Texts texts, Dictionary<string, string[]> errors)
    {
        var number = 0;
        foreach (var one in many)
        {
            if (one is null && full is not null) errors[$"{name}[{number}]"] = [Words(Required, full, texts)];
            else if (one is not null && IsOurs(one.GetType())) Check(one, $"{name}[{number}].", texts, errors);
            number++;
        }
    }

    private static List<(PropertyInfo, ValidationAttribute[], bool)> Of(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.GetIndexParameters().Length == 0)
            .Select(p => (p, p.GetCustomAttributes<ValidationAttribute>(inherit: true).ToArray(), HoldsNulls(p)))];

    private static bool HoldsNulls(PropertyInfo property)
    {
        var said = new NullabilityInfoContext().Create(property);
        return (said.ElementType ?? (said.GenericTypeArguments is [var only] ? only : null))?.ReadState != NullabilityState.NotNull;
    }

    /// <summary>Bodies are records of ours; what else a handler is given, services among it, has nothing to check.</summary>
    internal static bool IsOurs(Type type) => type.Namespace?.StartsWith("Integral.", StringComparison.Ordinal) == true && type.GetMethod("<Clone>$") is not null;

    private static string Words(ValidationAttribute rule, PropertyInfo property, Texts texts) => rule switch
    {
        { ErrorMessage: { } own } => texts[own, property.Name],
        StringLengthAttribute length when ValidationMessages.For(rule) is { } said => texts[said.Key, property.Name, length.MaximumLength, length.MinimumLength],
        RangeAttribute range when ValidationMessages.For(rule) is { } said => texts[said.Key, property.Name, range.Minimum, range.Maximum],
        _ => ValidationMessages.For(rule) is { } said ? texts[said.Key, property.Name] : rule.FormatErrorMessage(property.Name),
    };
}
