using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Workflows.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DecisionForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Answers",
                table: "workflow_tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Form",
                table: "workflow_tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Answers",
                table: "workflow_steps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "workflow_starts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TypeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_starts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workflow_starts_workflow_types_TypeId",
                        column: x => x.TypeId,
                        principalTable: "workflow_types",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_starts_At",
                table: "workflow_starts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_starts_TypeId",
                table: "workflow_starts",
                column: "TypeId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "workflow_starts");

            migrationBuilder.DropColumn(
                name: "Answers",
                table: "workflow_tasks");

            migrationBuilder.DropColumn(
                name: "Form",
                table: "workflow_tasks");

            migrationBuilder.DropColumn(
                name: "Answers",
                table: "workflow_steps");
        }
    }
}
