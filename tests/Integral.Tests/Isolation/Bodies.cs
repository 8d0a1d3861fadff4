using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integral.Tests.Kit;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Tests.Isolation;

/// <summary>Bodies for any address of the API, made from the type that it takes.</summary>
internal static class Bodies
{
    /// <summary>The type of the body; null where there is none.</summary>
    public static Type? TypeOf(District district, Mapped endpoint) => district.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText!.TrimStart('/') == endpoint.Pattern && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(endpoint.Method) == true)
        .Select(e => e.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType).FirstOrDefault();

    public static JsonContent? Valid(District district, Mapped endpoint) => TypeOf(district, endpoint) is { } type ? JsonContent.Create(Of(type)) : null;

    public static JsonObject Of(Type type)
    {
        var body = new JsonObject();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && !p.Name.StartsWith("EqualityContract", StringComparison.Ordinal)))
            if (Value(property) is { } value) body[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = value;
        return body;
    }

    /// <summary>The ids in a body: properties by which one record points at another.</summary>
    public static IEnumerable<string> Ids(Type type) => type.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(Guid)).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));

    private static JsonNode? Value(PropertyInfo property) => property.PropertyType switch
    {
        _ when property.IsDefined(typeof(EmailAddressAttribute)) => "sample@example.org",
        _ when property.Name is "Main" or "Accent" => "#0f5a6b",
        var type when type == typeof(string) && property.GetCustomAttribute<StringLengthAttribute>() is { MinimumLength: var least } => "sample".PadRight(least, 's'),
        var type when type == typeof(string) => "sample",
        var type when type == typeof(bool) => false,
        var type when property.IsDefined(typeof(RequiredAttribute)) && (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } named => Enum.GetNames(named)[0],
        var type when property.IsDefined(typeof(RequiredAttribute)) && (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateOnly) => "2030-09-01",
        var type when property.IsDefined(typeof(RequiredAttribute)) && (Nullable.GetUnderlyingType(type) ?? type) == typeof(int) => 1,
        var type when property.IsDefined(typeof(RequiredAttribute)) && type == typeof(bool?) => false,
        var type when property.IsDefined(typeof(RequiredAttribute)) && type == typeof(Guid?) => $"{Guid.NewGuid()}",
        var type when type == typeof(JsonObject) || type == typeof(JsonElement?) => new JsonObject(),
        var type when typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType && type.GenericTypeArguments is [var one] && one == typeof(string) => new JsonArray("sample"),
        var type when typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType && property.IsDefined(typeof(RequiredAttribute)) => new JsonArray(),
        _ => null,
    };
}
