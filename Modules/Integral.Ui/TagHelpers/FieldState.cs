using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Integral.Ui.TagHelpers;

/// <summary>A form field as it is now: its names, what stands in it and what is wrong with it.</summary>
internal sealed class FieldState
{
    private readonly ModelExpression? expression;
    private readonly FieldInput? input;

    public FieldState(ViewContext view, ModelExpression expression) : this(view, view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name)) => this.expression = expression;
    public FieldState(ViewContext view, FieldInput input) : this(view, input.Name) => this.input = input;

    private FieldState(ViewContext view, string name)
    {
        Name = name;
        Id = TagBuilder.CreateSanitizedId(Name, "_");
        if (!view.ModelState.TryGetValue(Name, out var entry)) return;
        Attempted = entry.AttemptedValue;
        Errors = [.. entry.Errors.Select(e => e.ErrorMessage)];
    }

    /// <summary>Of whichever of the two a tag was given.</summary>
    public static FieldState Of(ViewContext view, ModelExpression? expression, FieldInput? input) =>
        expression is not null ? new(view, expression) : new(view, input ?? throw new InvalidOperationException("A field needs a for or an input."));

    public string Name { get; }
    public string Id { get; }
    public string? Attempted { get; }
    public IReadOnlyList<string> Errors { get; } = [];
    public string ErrorId => $"{Id}-error";
    public string HintId => $"{Id}-hint";

    public Type Type => expression?.Metadata.UnderlyingOrModelType ?? typeof(string);
    public string Label => input?.Label ?? Metadata.DisplayName ?? Metadata.PropertyName ?? Name;
    public string? Description => expression?.Metadata.Description;
    public bool IsRequired => input?.IsRequired ?? Metadata.IsRequired && Type != typeof(bool);

    public int? MaxLength => input is not null ? input.MaxLength : Metadata.ValidatorMetadata.Select(rule => rule switch
    {
        StringLengthAttribute length => length.MaximumLength,
        MaxLengthAttribute length => length.Length,
        _ => (int?)null,
    }).FirstOrDefault(length => length > 0);

    public bool IsOn => (Attempted ?? input?.Value)?.StartsWith("true", StringComparison.OrdinalIgnoreCase) ?? expression?.Model is true;

    public string? Value(string type) => Attempted ?? (input is not null ? input.Value : Written(type));

    private string? Written(string type) => expression!.Model switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString(type == "date" ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    /// <summary>The chosen values of a list: several where the property holds several.</summary>
    public IReadOnlySet<string> Chosen => Attempted is not null
        ? Attempted.Split(',').ToHashSet()
        : input is not null ? input.Chosen.ToHashSet()
        : expression!.Model is System.Collections.IEnumerable many and not string
            ? many.Cast<object>().Select(one => one.ToString()!).ToHashSet()
            : expression.Model is null ? [] : [expression.Model.ToString()!];

    public bool IsMany => input?.IsMany ?? Type != typeof(string) && Metadata.IsEnumerableType;

    /// <summary>The input's kind, from [DataType] and the property's type.</summary>
    public string Kind => input?.Kind ?? Metadata.DataTypeName switch
    {
        nameof(DataType.Password) => "password",
        nameof(DataType.EmailAddress) => "email",
        nameof(DataType.PhoneNumber) => "tel",
        nameof(DataType.Url) => "url",
        nameof(DataType.Date) => "date",
        nameof(DataType.Time) => "time",
        nameof(DataType.MultilineText) => "textarea",
        nameof(DataType.Upload) => "file",
        _ => OfType(),
    };

    private string OfType() =>
        Metadata.ValidatorMetadata.OfType<EmailAddressAttribute>().Any() ? "email"
        : Type == typeof(bool) ? "checkbox"
        : Type == typeof(DateOnly) ? "date"
        : Type == typeof(TimeOnly) ? "time"
        : Type == typeof(DateTime) ? "datetime-local"
        : Type == typeof(int) || Type == typeof(long) || Type == typeof(decimal) || Type == typeof(double) ? "number"
        : Type.IsEnum ? "select"
        : typeof(Microsoft.AspNetCore.Http.IFormFile).IsAssignableFrom(Type) || typeof(IEnumerable<Microsoft.AspNetCore.Http.IFormFile>).IsAssignableFrom(Type) ? "file"
        : "text";

    private ModelMetadata Metadata => expression!.Metadata;
    private ModelMetadata One => IsMany ? Metadata.ElementMetadata! : Metadata;

    /// <summary>What may be chosen when the page says nothing: the members of an enum, with their [Display] names.</summary>
    public IEnumerable<SelectListItem> Members(Texts texts) => input is not null ? input.Items : One.EnumGroupedDisplayNamesAndValues?
        .Select(member => new SelectListItem(texts[member.Key.Name], Enum.GetName(One.UnderlyingOrModelType, int.Parse(member.Value, CultureInfo.InvariantCulture)))) ?? [];
}
